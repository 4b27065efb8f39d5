-- Numbers and names the matters, once matter_no of each open finding is the finding that stands
-- for its set (matters.c).

-- Of each member its place among findings (the order of findings.csv), and its place in time:
-- by its earliest letter, of its own force where it has one, then by its rule.
CREATE TEMP TABLE matter_member AS
SELECT finding_no, group_no, rule_id, force_id, tool_id, request_id, first_day,
       row_number() OVER (ORDER BY severity_rank DESC, certainty = 'possible', rule_id, force_id, tool_id, request_id,
                                   question_id, finding_id) AS place,
       row_number() OVER (PARTITION BY group_no
                          ORDER BY first_day IS NULL, first_day, rule_id, tool_id, request_id, question_id, finding_id) AS place_in_time
FROM (SELECT f.finding_no, f.matter_no AS group_no, f.rule_id, o.force_id, t.tool_id, q.request_id, qu.question_id,
             f.finding_id, s.rank AS severity_rank, f.certainty,
             coalesce((SELECT min(r.responded_earliest)
                       FROM finding_evidence e
                       CROSS JOIN response r ON r.response_no = e.response_no
                       WHERE e.finding_no = f.finding_no AND (f.force_no IS NULL OR r.force_no = f.force_no)), f.day) AS first_day
      FROM finding f
      JOIN severity s ON s.severity = f.severity
      LEFT JOIN force o ON o.force_no = f.force_no
      LEFT JOIN tool t ON t.tool_no = f.tool_no
      LEFT JOIN request q ON q.request_no = f.request_no
      LEFT JOIN question qu ON qu.question_no = f.question_no
      WHERE f.status = 'open');

-- The identifier is made of what the first member is about, in identifiers, so that neither the
-- order of the rows nor a further question changes it.
INSERT INTO matter (matter_no, matter_id, first_no, leading_no, first_day)
SELECT row_number() OVER (ORDER BY l.place),
       'M-' || short_digest(m.rule_id || char(31) || coalesce(m.force_id, '') || char(31) || coalesce(m.tool_id, '')
                            || char(31) || coalesce(m.request_id, '')),
       m.finding_no, l.finding_no, m.first_day
FROM (SELECT group_no, finding_no, min(place) AS place FROM matter_member GROUP BY group_no) l
JOIN matter_member m ON m.group_no = l.group_no AND m.place_in_time = 1;

UPDATE finding
SET matter_no = n.matter_no
FROM (SELECT m.finding_no, t.matter_no
      FROM matter_member m
      JOIN (SELECT l.group_no, k.matter_no
            FROM matter k
            JOIN matter_member l ON l.finding_no = k.leading_no) t ON t.group_no = m.group_no) n
WHERE n.finding_no = finding.finding_no;

DROP TABLE temp.matter_member;
CREATE INDEX finding_by_matter ON finding (matter_no);

-- What later letters have overtaken: of each finding the letters of its parties, and whether one of
-- them is still somebody's current word.
CREATE TEMP TABLE resting AS
SELECT DISTINCT f.finding_no, f.matter_no, l.letter_no, o.by_no,
       max(o.by_no IS NULL) OVER (PARTITION BY f.finding_no) AS is_current
FROM finding f
CROSS JOIN finding_party p ON p.finding_no = f.finding_no
CROSS JOIN finding_evidence e ON e.finding_no = f.finding_no
CROSS JOIN response_meaning m ON m.response_no = e.response_no
CROSS JOIN letter l ON l.letter_no = m.letter_no AND l.force_no = p.force_no
LEFT JOIN overtaken o ON o.letter_no = l.letter_no
WHERE f.matter_no IS NOT NULL;

INSERT OR IGNORE INTO matter_overtaken (matter_no, by_no)
SELECT r.matter_no, r.by_no
FROM resting r
WHERE r.matter_no NOT IN (
    SELECT f.matter_no
    FROM finding f
    WHERE f.matter_no IS NOT NULL
      AND f.finding_no NOT IN (SELECT finding_no FROM resting WHERE NOT is_current));

DROP TABLE temp.resting;
