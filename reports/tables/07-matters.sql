-- What the list of matters says of each, and by what it is filtered: waived findings stand at its end. Needs 01-page.sql and
-- 04-forces.sql.

-- Rules about what a letter cites, and how.
CREATE TEMP TABLE citation_rule AS
SELECT rule_id FROM rule WHERE about = 'citations';

-- Messages between forces that are too long for the list: of a list in parentheses its first name (of two names both), then so much of the
-- whole. A matter without a row is told in full.
CREATE TEMP TABLE page_matter_said AS
WITH long AS (
    SELECT p.matter_no, f.message
    FROM page_matter p
    JOIN finding f ON f.finding_no = p.finding_no
    WHERE f.force_no IS NULL AND length(f.message) > (SELECT most_of_message FROM page_size)
), pieces AS (
    SELECT l.matter_no, j.key AS place, json_extract(j.value, '$.piece') AS piece, json_extract(j.value, '$.name') = 'list' AS is_list
    FROM long l
    JOIN json_each(regexp_pieces(l.message, '(?s)\((?:[^()]|\([^()]*\))*\)(*MARK:list)|[^(]+(*MARK:words)|.(*MARK:words)')) j
), told AS (
    SELECT matter_no, group_concat(iif(is_list AND length(piece) > most_of_list,
                                       coalesce(regexp_substr(piece, '(?s)^.{1,80}?(?=, )') || ', …)',
                                                iif(length(piece) <= 2 * most_of_list, piece, shorten(piece, most_of_list) || ')')), piece), '') AS words
    FROM (SELECT * FROM pieces ORDER BY matter_no, place) CROSS JOIN page_size
    GROUP BY matter_no
)
SELECT matter_no, iif(length(words) <= most_of_message, words,
                      coalesce(regexp_substr(words, '(?s)^.{1,' || most_of_message || '}(?=[ ,;])'), shorten(words, most_of_message)) || ' …') AS said
FROM told CROSS JOIN page_size;
CREATE UNIQUE INDEX temp.page_matter_said_of ON page_matter_said (matter_no);

-- Waived findings shown, the gravest first; the rest are in findings.csv.
CREATE TEMP TABLE page_waived AS
SELECT finding_no, listed_no
FROM (SELECT f.finding_no, -f.finding_no AS listed_no,
             row_number() OVER (ORDER BY s.rank DESC, f.certainty = 'possible', f.rule_id, f.finding_id) AS n
      FROM finding f JOIN severity s ON s.severity = f.severity
      WHERE f.status = 'waived')
WHERE n <= (SELECT waived_shown FROM page_size);

-- Findings by what they are listed under: their matter, or themselves where they are waived.
CREATE TEMP TABLE page_listed_finding AS
SELECT p.matter_no AS listed_no, f.finding_no, f.rule_id, f.force_no, f.request_no
FROM page_matter p
JOIN finding f ON f.matter_no = p.matter_no
UNION ALL
SELECT w.listed_no, f.finding_no, f.rule_id, f.force_no, f.request_no
FROM page_waived w
JOIN finding f ON f.finding_no = w.finding_no;
CREATE INDEX temp.page_listed_finding_of ON page_listed_finding (listed_no);

-- The forces that each concerns: its own, and those of its evidence. Where there are too many to name all, * stands for the others.
CREATE TEMP TABLE page_listed_force AS
WITH concerned AS (
    SELECT listed_no, force_no FROM page_listed_finding WHERE force_no IS NOT NULL
    UNION
    SELECT p.listed_no, r.force_no
    FROM page_listed_finding p
    CROSS JOIN finding_evidence e ON e.finding_no = p.finding_no
    CROSS JOIN response r ON r.response_no = e.response_no
)
SELECT c.listed_no, f.force_id, row_number() OVER (PARTITION BY c.listed_no ORDER BY f.force_id) AS n
FROM concerned c
JOIN force f ON f.force_no = c.force_no;
CREATE INDEX temp.page_listed_force_of ON page_listed_force (listed_no, n);

-- What its letters cite; a section of FOISA with the name of its Act, since the numbers mean other things.
CREATE TEMP TABLE page_listed_exemption AS
SELECT listed_no, citation, min(title) AS title
FROM (SELECT p.listed_no, x.title,
             CASE WHEN c.act = 'FOISA' AND c.citation NOT LIKE 'FOISA %' THEN 'FOISA ' || c.citation
                  WHEN c.citation LIKE 'FOIA %' THEN substr(c.citation, 6) ELSE c.citation END AS citation
      FROM (SELECT DISTINCT p.listed_no, r.set_no
            FROM page_listed_finding p
            CROSS JOIN finding_evidence e ON e.finding_no = p.finding_no
            CROSS JOIN response r ON r.response_no = e.response_no
            WHERE r.set_no IS NOT NULL) p
      CROSS JOIN exemption_citation c ON c.set_no = p.set_no
      LEFT JOIN exemption x ON x.exemption_no = c.exemption_no)
GROUP BY listed_no, citation;
CREATE INDEX temp.page_listed_exemption_of ON page_listed_exemption (listed_no);

-- What is listed. Lists for the filters stand between bars.
CREATE TEMP TABLE page_listed AS
SELECT k.*,
       (SELECT '|' || group_concat(force_id, '|') || '|' || iif(max(n) > (SELECT forces_of_matter FROM page_size), '*|', '')
        FROM (SELECT force_id, n FROM page_listed_force f WHERE f.listed_no = k.listed_no AND n <= (SELECT forces_of_matter FROM page_size) + 1
              ORDER BY n)) AS forces,
       (SELECT '|' || group_concat(request_id, '|') || '|'
        FROM (SELECT DISTINCT q.request_id FROM page_listed_finding f JOIN request q ON q.request_no = f.request_no
              WHERE f.listed_no = k.listed_no ORDER BY q.request_id)) AS requests,
       (SELECT '|' || group_concat(citation, '|') || '|'
        FROM (SELECT citation FROM page_listed_exemption f WHERE f.listed_no = k.listed_no ORDER BY citation)) AS exemptions
FROM (SELECT p.matter_no AS listed_no, p.matter_no, p.place, p.severity, p.certainty, p.change
      FROM page_matter p
      UNION ALL
      SELECT w.listed_no, NULL, 1000000000 + row_number() OVER (ORDER BY s.rank DESC, f.certainty = 'possible', f.rule_id, f.finding_id),
             f.severity, f.certainty, coalesce(c.change, '')
      FROM page_waived w
      JOIN finding f ON f.finding_no = w.finding_no
      JOIN severity s ON s.severity = f.severity
      LEFT JOIN finding_change c ON c.finding_id = f.finding_id) k;
CREATE UNIQUE INDEX temp.page_listed_no ON page_listed (listed_no);
CREATE INDEX temp.page_listed_matter ON page_listed (matter_no);

-- The parties of matters between forces.
CREATE TEMP TABLE page_party AS
SELECT matter_no, force_no, name, row_number() OVER (PARTITION BY matter_no ORDER BY name, force_no) AS place,
       count(*) OVER (PARTITION BY matter_no) AS parties
FROM (SELECT DISTINCT p.matter_no, x.force_no, f.name
      FROM page_matter p
      CROSS JOIN finding l ON l.finding_no = p.finding_no AND l.force_no IS NULL
      CROSS JOIN finding i ON i.matter_no = p.matter_no
      CROSS JOIN finding_party x ON x.finding_no = i.finding_no
      CROSS JOIN force f ON f.force_no = x.force_no);
CREATE INDEX temp.page_party_of ON page_party (matter_no, place);

-- What became of a finding since the baseline, and why, in words: who joined and left, what it was.
CREATE TEMP TABLE page_finding_change AS
SELECT f.finding_no, f.matter_no, f.place, c.change,
       CASE c.change WHEN 'new' THEN 'New' || coalesce(': ' || c.reasons, '') || coalesce(' (' || c.because || ')', '') || '.'
            ELSE trim(coalesce('Joined since the last audit: '
                      || (SELECT group_concat(name, ', ') FROM (SELECT coalesce(o.name, m.force_id) AS name
                          FROM party_change m LEFT JOIN force o ON o.force_id = m.force_id
                          WHERE m.finding_id = f.finding_id AND m.move = 'joined' ORDER BY 1)) || '. ', '')
                 || coalesce('Left: '
                      || (SELECT group_concat(name, ', ') FROM (SELECT coalesce(o.name, m.force_id) AS name
                          FROM party_change m LEFT JOIN force o ON o.force_id = m.force_id
                          WHERE m.finding_id = f.finding_id AND m.move = 'left' ORDER BY 1)) || '. ', '')
                 || coalesce('It was ' || c.was_severity || '. ', '') || coalesce('It was ' || c.was_certainty || '. ', '')
                 || iif(coalesce(c.was_severity, c.was_certainty, c.parties_joined, c.parties_left) IS NULL, 'The parties stand elsewhere. ', '')
                 || coalesce('Why: ' || c.reasons || coalesce(' (' || c.because || ')', '') || '.', '')) END AS words
FROM page_finding f
JOIN finding_change c ON c.finding_id = f.finding_id
WHERE c.change IN ('new', 'altered');
CREATE UNIQUE INDEX temp.page_finding_change_no ON page_finding_change (finding_no);

-- Of its matter the words of the first that is other, behind how many are, where not all are new.
CREATE TEMP TABLE page_matter_change AS
SELECT p.matter_no,
       CASE p.change WHEN 'new' THEN '' ELSE
           trim(iif(n.new_ones > 0, n.new_ones || plural(n.new_ones, ' finding is', ' findings are') || ' new. ', '')
                || iif(coalesce(g.gone, 0) > 0, g.gone || plural(g.gone, ' finding is', ' findings are') || ' gone: ' || g.ids || '. ', '')) || ' ' END
       || coalesce((SELECT w.words FROM page_finding_change w WHERE w.matter_no = p.matter_no
                    ORDER BY w.change = 'new', w.place LIMIT 1), '') AS words
FROM page_matter p
JOIN (SELECT i.matter_no, sum(c.change = 'new') AS new_ones
      FROM finding i JOIN finding_change c ON c.finding_id = i.finding_id
      WHERE i.matter_no IS NOT NULL GROUP BY i.matter_no) n ON n.matter_no = p.matter_no
LEFT JOIN (SELECT matter_no, count(*) AS gone, group_concat(finding_id, ', ') AS ids
           FROM (SELECT DISTINCT i.matter_no, x.finding_id
                 FROM resolved_finding x
                 LEFT JOIN force f ON f.force_id = x.force_id
                 LEFT JOIN tool t ON t.tool_id = x.tool_id
                 LEFT JOIN request q ON q.request_id = x.request_id
                 JOIN finding i ON i.rule_id = x.rule_id AND i.force_no IS f.force_no AND i.tool_no IS t.tool_no AND i.request_no IS q.request_no
                 WHERE i.matter_no IS NOT NULL
                 ORDER BY i.matter_no, x.finding_id)
           GROUP BY matter_no) g ON g.matter_no = p.matter_no
WHERE p.change IN ('new', 'altered');
CREATE UNIQUE INDEX temp.page_matter_change_no ON page_matter_change (matter_no);

-- Of each force the matters shown that concern it, as the filter counts them.
CREATE TEMP TABLE page_force_listed AS
SELECT x.force_id, x.listed_no, l.matter_no IS NOT NULL AS is_open, o.force_no IS NOT NULL AS is_own
FROM page_listed_force x
JOIN page_listed l ON l.listed_no = x.listed_no
JOIN force f ON f.force_id = x.force_id
LEFT JOIN (SELECT p.matter_no, i.force_no FROM page_matter p JOIN finding i ON i.finding_no = p.finding_no) o
       ON o.matter_no = l.matter_no AND o.force_no = f.force_no;
CREATE INDEX temp.page_force_listed_of ON page_force_listed (force_id);
