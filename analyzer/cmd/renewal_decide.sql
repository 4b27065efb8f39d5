-- What becomes of each old waiver, in `renewed` or `left_out`.

-- Of that very id.
INSERT INTO candidate (line, finding_no, is_wider)
SELECT w.line, f.finding_no, 0
FROM old_waiver w
JOIN finding f ON f.finding_id = w.finding_id;

INSERT INTO stale (line, finding_id, rule_id)
SELECT line, finding_id, upper(substr(finding_id, 1, length(finding_id) - 13)) AS rule_id
FROM old_waiver
WHERE finding_id IS NOT NULL AND line NOT IN (SELECT line FROM candidate);

-- By what its id is known to have meant.
INSERT OR IGNORE INTO candidate (line, finding_no, is_wider)
SELECT s.line, f.finding_no, o.question_id IS NOT NULL AND f.question_no IS NULL
FROM stale s
JOIN former_finding o ON o.finding_id = s.finding_id
JOIN finding f ON f.rule_id = upper(o.rule_id)
LEFT JOIN force p ON p.force_no = f.force_no
LEFT JOIN tool t ON t.tool_no = f.tool_no
LEFT JOIN request q ON q.request_no = f.request_no
LEFT JOIN question qu ON qu.question_no = f.question_no
WHERE p.force_id IS o.force_id
  AND (o.tool_id IS NULL OR (';' || lower(t.tool_id || ';' || coalesce(t.name, '') || ';' || coalesce(t.aliases, '')) || ';'
                             LIKE '%;' || lower(o.tool_id) || ';%'))
  AND (o.request_id IS NULL OR (';' || lower(q.request_id || ';' || coalesce(q.aliases, '')) || ';' LIKE '%;' || lower(o.request_id) || ';%'))
  AND (o.question_id IS NULL OR qu.question_id IS NULL
       OR ltrim(upper(qu.question_id), 'Q') = ltrim(upper(o.question_id), 'Q'));

-- Else by trying what it can have meant: an id is a digest of rule, force, tool, request, question and
-- the rest of the key (rules/recorder.c), and a finding of now may have had another name for its tool
-- or request, another label of its question, or a key of fewer parts.
INSERT OR IGNORE INTO key_part (part, no, said)
SELECT 'tool', tool_no, trim(j.value)
FROM tool, json_each('[' || replace(json_quote(tool_id || ';' || coalesce(name, '') || ';' || coalesce(aliases, '')), ';', '","') || ']') j
UNION ALL
SELECT 'tool', tool_no, lower(tool_id) FROM tool
UNION ALL
SELECT 'request', request_no, trim(j.value)
FROM request, json_each('[' || replace(json_quote(request_id || ';' || coalesce(aliases, '')), ';', '","') || ']') j
UNION ALL
SELECT 'request', request_no, '' FROM request
UNION ALL
SELECT 'question', question_no, question_id FROM question
UNION ALL
SELECT 'question', question_no, ltrim(question_id, 'Q') FROM question
UNION ALL
SELECT 'question', question_no, 'Q' || question_id FROM question
UNION ALL
SELECT 'question', question_no, '' FROM question
UNION ALL
SELECT 'collaboration', collaboration_no, collaboration_id FROM collaboration
UNION ALL
SELECT 'collaboration', collaboration_no, '' FROM collaboration
UNION ALL
SELECT 'more', 0, ''
UNION ALL
SELECT 'more', 0, char(31) || position FROM (SELECT 'confirm' AS position UNION ALL SELECT 'deny' UNION ALL SELECT 'ncnd')
UNION ALL
SELECT 'more', 0, char(31) || tool_id FROM tool
UNION ALL
SELECT part, 0, '' FROM (SELECT 'tool' AS part UNION ALL SELECT 'request' UNION ALL SELECT 'question' UNION ALL SELECT 'collaboration');

INSERT OR IGNORE INTO candidate (line, finding_no, is_wider)
WITH tried AS MATERIALIZED (
    SELECT f.finding_no, 0 AS is_wider,
           f.rule_id || '-' || short_digest(f.rule_id || char(31) || coalesce(p.force_id, '') || char(31) || t.said || char(31) || q.said
                                            || char(31) || u.said || char(31) || c.said || m.said) AS finding_id
    FROM finding f
    LEFT JOIN force p ON p.force_no = f.force_no
    JOIN key_part t ON t.part = 'tool' AND t.no = coalesce(f.tool_no, 0)
    JOIN key_part q ON q.part = 'request' AND q.no = coalesce(f.request_no, 0)
    JOIN key_part u ON u.part = 'question' AND u.no = coalesce(f.question_no, 0)
    JOIN key_part c ON c.part = 'collaboration' AND c.no = coalesce(f.collaboration_no, 0)
    JOIN key_part m ON m.part = 'more'
    WHERE f.rule_id IN (SELECT rule_id FROM stale)
    UNION ALL
    -- one of the questions of its request, where it is of the letter
    SELECT f.finding_no, 1,
           f.rule_id || '-' || short_digest(f.rule_id || char(31) || coalesce(p.force_id, '') || char(31) || t.said || char(31)
                                            || q.request_id || char(31) || u.question_id || char(31))
    FROM finding f
    JOIN request q ON q.request_no = f.request_no
    JOIN question u ON u.request_no = f.request_no
    LEFT JOIN force p ON p.force_no = f.force_no
    JOIN key_part t ON t.part = 'tool' AND t.no = coalesce(f.tool_no, 0)
    WHERE f.question_no IS NULL AND f.rule_id IN (SELECT rule_id FROM stale)
)
SELECT s.line, t.finding_no, min(t.is_wider)
FROM stale s
JOIN tried t ON t.finding_id = s.finding_id
WHERE s.line NOT IN (SELECT line FROM candidate)
GROUP BY s.line, t.finding_no;

-- Those of a rule and a force, where there is no id, or one that names nothing.
INSERT INTO by_rule (line, finding_no)
SELECT w.line, f.finding_no
FROM old_waiver w
JOIN finding f ON f.rule_id = w.rule_id AND f.force_no = w.force_no AND (w.request_no IS NULL OR f.request_no = w.request_no)
WHERE w.line NOT IN (SELECT line FROM candidate);

-- Why not: the first reason of each.
INSERT OR IGNORE INTO left_out (line, why)
SELECT line, fault FROM old_waiver WHERE fault IS NOT NULL;

INSERT OR IGNORE INTO left_out (line, why)
SELECT w.line,
       CASE WHEN s.rule_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM rule r WHERE r.rule_id = s.rule_id)
            THEN 'there is no rule ' || s.rule_id || ' now'
            WHEN w.finding_id IS NULL AND NOT EXISTS (SELECT 1 FROM rule r WHERE r.rule_id = w.rule_id)
            THEN 'there is no rule ' || w.rule_id || ' now'
            WHEN w.finding_id IS NULL AND EXISTS (SELECT 1 FROM finding f WHERE f.rule_id = w.rule_id AND f.force_no IS NULL)
            THEN 'findings of this rule are not of one force: waive each by its id'
            WHEN o.fate IS NOT NULL THEN 'its finding is resolved: ' || o.fate
            WHEN w.finding_id IS NULL THEN 'this audit has no finding of that rule, force and request: take it out if the matter is settled'
            ELSE 'this audit has no finding of that id, and none that can be the same fact (rule, force, tool, request, question): '
                 || 'take it out if the matter is settled, or waive what took its place' END
FROM old_waiver w
LEFT JOIN stale s ON s.line = w.line
LEFT JOIN former_finding o ON o.finding_id = w.finding_id
WHERE w.line NOT IN (SELECT line FROM candidate) AND w.line NOT IN (SELECT line FROM by_rule);

INSERT OR IGNORE INTO left_out (line, why)
SELECT c.line, 'it was for one question, and the finding of now (' || min(f.finding_id)
       || ') is of the whole letter: waive that one if it is meant'
FROM candidate c
JOIN finding f ON f.finding_no = c.finding_no
WHERE c.is_wider
GROUP BY c.line;

INSERT OR IGNORE INTO left_out (line, why)
SELECT c.line, CASE WHEN w.parties_digest IS NULL
                    THEN 'it does not say for whom: ' || min(f.finding_id) || ' is of several forces'
                    ELSE 'the parties changed since: ' || min(f.finding_id) || ' is now of '
                         || (SELECT coalesce(group_concat(force_id, ';'), 'nobody') FROM (
                                SELECT p.force_id FROM finding_party x JOIN force p ON p.force_no = x.force_no
                                WHERE x.finding_no = f.finding_no ORDER BY x.force_no)) END
       || '; waive it anew if that is meant'
FROM candidate c
JOIN old_waiver w ON w.line = c.line
JOIN finding f ON f.finding_no = c.finding_no
WHERE lower(w.parties_digest) <> f.parties_digest OR (w.parties_digest IS NULL AND f.force_no IS NULL)
GROUP BY c.line;

INSERT OR IGNORE INTO left_out (line, why)
SELECT x.line, 'worse than when waived: ' || f.finding_id || ' was ' || w.severity || ' and is ' || f.severity || '; waive it anew if that is meant'
FROM (SELECT line, finding_no FROM candidate UNION ALL SELECT line, finding_no FROM by_rule) x
JOIN old_waiver w ON w.line = x.line
JOIN finding f ON f.finding_no = x.finding_no
JOIN severity n ON n.severity = f.severity
JOIN severity o ON o.severity = w.severity
WHERE n.rank > o.rank
ORDER BY x.line, n.rank DESC, f.finding_id;

-- A row of each finding that it holds for; of one by rule and force the row itself, without an id
-- that names nothing.
INSERT INTO renewed (line, finding_id, parties_digest, is_kept)
SELECT c.line, f.finding_id, iif(f.force_no IS NULL, f.parties_digest, NULL) AS parties_digest,
       c.line NOT IN (SELECT line FROM stale) AS is_kept
FROM candidate c
JOIN finding f ON f.finding_no = c.finding_no
WHERE c.line NOT IN (SELECT line FROM left_out)
UNION ALL
SELECT DISTINCT b.line, NULL, NULL, b.line NOT IN (SELECT line FROM stale)
FROM by_rule b
WHERE b.line NOT IN (SELECT line FROM left_out);
