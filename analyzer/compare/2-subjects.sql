-- The findings whose state is to be explained, and what each of them rests on.

-- Who joined and who left a finding that both audits have.
CREATE TEMP TABLE party_move AS
WITH differing AS (
    SELECT n.finding_id, n.finding_no AS new_no, o.finding_no AS old_no
    FROM main.finding n
    JOIN old.finding o ON o.finding_id = n.finding_id
    WHERE o.parties_digest IS NOT n.parties_digest
), now AS (
    SELECT d.finding_id, f.force_id
    FROM differing d
    JOIN main.finding_party p ON p.finding_no = d.new_no
    JOIN main.force f ON f.force_no = p.force_no
), formerly AS (
    SELECT d.finding_id, f.force_id
    FROM differing d
    JOIN old.finding_party p ON p.finding_no = d.old_no
    JOIN old.force f ON f.force_no = p.force_no
)
SELECT finding_id, 'joined' AS move, force_id FROM (SELECT * FROM now EXCEPT SELECT * FROM formerly)
UNION ALL
SELECT finding_id, 'left', force_id FROM (SELECT * FROM formerly EXCEPT SELECT * FROM now);

-- Rows that such a finding rests on in one of the two only.
CREATE TEMP TABLE evidence_move AS
WITH both AS (
    SELECT n.finding_id, n.finding_no AS new_no, o.finding_no AS old_no
    FROM main.finding n
    JOIN old.finding o ON o.finding_id = n.finding_id
), now AS (
    SELECT b.finding_id, e.file_kind, e.row_id FROM both b CROSS JOIN main.v_evidence e ON e.finding_no = b.new_no
), formerly AS (
    SELECT b.finding_id, e.file_kind, e.row_id FROM both b CROSS JOIN old.v_evidence e ON e.finding_no = b.old_no
)
SELECT finding_id, 'gained' AS move, file_kind, row_id FROM (SELECT * FROM now EXCEPT SELECT * FROM formerly)
UNION ALL
SELECT finding_id, 'lost', file_kind, row_id FROM (SELECT * FROM formerly EXCEPT SELECT * FROM now);

-- Findings whose state is to be explained. One that both audits have is altered where its
-- parties, its severity or its certainty are others; one that was accepted since is resolved.
CREATE TEMP TABLE altered_finding AS
SELECT n.finding_id, min(n.finding_no) AS finding_no, min(o.finding_no) AS old_no
FROM main.finding n
JOIN old.finding o ON o.finding_id = n.finding_id
WHERE (o.parties_digest IS NOT n.parties_digest OR o.severity <> n.severity OR o.certainty <> n.certainty)
  AND NOT (o.status = 'open' AND n.status = 'waived')
GROUP BY n.finding_id;

CREATE TEMP TABLE subject AS
SELECT 'resolved' AS side, f.finding_id, f.finding_no, f.rule_id, f.force_no, f.tool_no, f.request_no
FROM old.finding f
WHERE f.status = 'open' AND NOT EXISTS (SELECT 1 FROM main.finding n WHERE n.finding_id = f.finding_id AND n.status = 'open')
UNION ALL
SELECT 'altered', f.finding_id, f.finding_no, f.rule_id, f.force_no, f.tool_no, f.request_no
FROM altered_finding a
JOIN main.finding f ON f.finding_no = a.finding_no
UNION ALL
SELECT 'new', f.finding_id, f.finding_no, f.rule_id, f.force_no, f.tool_no, f.request_no
FROM main.finding f
WHERE NOT EXISTS (SELECT 1 FROM old.finding o WHERE o.finding_id = f.finding_id)
   OR (f.status = 'open' AND EXISTS (SELECT 1 FROM old.finding o WHERE o.finding_id = f.finding_id AND o.status = 'waived')
       AND NOT EXISTS (SELECT 1 FROM altered_finding a WHERE a.finding_id = f.finding_id));

CREATE TEMP TABLE subject_key AS
SELECT s.side, s.finding_id, s.finding_no, s.rule_id, f.force_id, t.tool_id, q.request_id
FROM subject s
LEFT JOIN old.force f ON f.force_no = s.force_no
LEFT JOIN old.tool t ON t.tool_no = s.tool_no
LEFT JOIN old.request q ON q.request_no = s.request_no
WHERE s.side = 'resolved'
UNION ALL
SELECT s.side, s.finding_id, s.finding_no, s.rule_id, f.force_id, t.tool_id, q.request_id
FROM subject s
LEFT JOIN main.force f ON f.force_no = s.force_no
LEFT JOIN main.tool t ON t.tool_no = s.tool_no
LEFT JOIN main.request q ON q.request_no = s.request_no
WHERE s.side <> 'resolved';

CREATE TEMP TABLE subject_row AS      -- the rows it rests on
SELECT s.side, s.finding_id, e.file_kind, e.row_id, e.force_id
FROM subject s JOIN old.v_evidence e ON e.finding_no = s.finding_no WHERE s.side = 'resolved'
UNION
SELECT s.side, s.finding_id, e.file_kind, e.row_id, e.force_id
FROM subject s JOIN main.v_evidence e ON e.finding_no = s.finding_no WHERE s.side <> 'resolved'
UNION
SELECT 'altered', a.finding_id, e.file_kind, e.row_id, e.force_id
FROM altered_finding a JOIN old.v_evidence e ON e.finding_no = a.old_no;
CREATE INDEX temp.subject_row_of ON subject_row (side, finding_id);

-- Each of the answers concerned, then and now: the advice in force in some reading, and what
-- tells its readings apart, of the advice and of the record.
CREATE TEMP TABLE judged AS
SELECT 'old' AS then_or_now, w.response_id, r.responded_earliest, r.responded_latest,
       (SELECT group_concat(guidance_id, ', ')
        FROM (SELECT DISTINCT g.guidance_id
              FROM old.profile_reading d JOIN old.guidance g ON g.guidance_no = d.guidance_no
              WHERE d.profile_no = m.profile_no ORDER BY g.guidance_id)) AS guidance,
       (SELECT group_concat(one, ', ')
        FROM (SELECT DISTINCT coalesce(g.guidance_id, '-') || ' after ' || coalesce(b.guidance_id, '-') AS one
              FROM old.profile_reading d
              LEFT JOIN old.guidance g ON g.guidance_no = d.guidance_no
              LEFT JOIN old.guidance b ON b.guidance_no = d.replaced_guidance_no
              WHERE d.profile_no = m.profile_no ORDER BY one)) AS advice,
       p.acknowledged || (SELECT group_concat(one, ',')
        FROM (SELECT DISTINCT own_acknowledgement || collaboration_acknowledgement AS one
              FROM old.profile_reading d WHERE d.profile_no = m.profile_no ORDER BY one)) AS record
FROM (SELECT DISTINCT row_id FROM subject_row WHERE file_kind = 'responses') s
JOIN old.response_wording w ON w.response_id = s.row_id
JOIN old.response r ON r.response_no = w.response_no
JOIN old.response_meaning m ON m.response_no = w.response_no
JOIN old.profile p ON p.profile_no = m.profile_no
UNION ALL
SELECT 'new', w.response_id, r.responded_earliest, r.responded_latest,
       (SELECT group_concat(guidance_id, ', ')
        FROM (SELECT DISTINCT g.guidance_id
              FROM main.profile_reading d JOIN main.guidance g ON g.guidance_no = d.guidance_no
              WHERE d.profile_no = m.profile_no ORDER BY g.guidance_id)),
       (SELECT group_concat(one, ', ')
        FROM (SELECT DISTINCT coalesce(g.guidance_id, '-') || ' after ' || coalesce(b.guidance_id, '-') AS one
              FROM main.profile_reading d
              LEFT JOIN main.guidance g ON g.guidance_no = d.guidance_no
              LEFT JOIN main.guidance b ON b.guidance_no = d.replaced_guidance_no
              WHERE d.profile_no = m.profile_no ORDER BY one)),
       p.acknowledged || (SELECT group_concat(one, ',')
        FROM (SELECT DISTINCT own_acknowledgement || collaboration_acknowledgement AS one
              FROM main.profile_reading d WHERE d.profile_no = m.profile_no ORDER BY one))
FROM (SELECT DISTINCT row_id FROM subject_row WHERE file_kind = 'responses') s
JOIN main.response_wording w ON w.response_id = s.row_id
JOIN main.response r ON r.response_no = w.response_no
JOIN main.response_meaning m ON m.response_no = w.response_no
JOIN main.profile p ON p.profile_no = m.profile_no;
CREATE INDEX temp.judged_answer ON judged (response_id, then_or_now);

CREATE TEMP TABLE subject_answer AS
SELECT r.side, r.finding_id, r.row_id AS response_id, o.guidance AS old_guidance, n.guidance AS new_guidance,
       o.response_id IS NOT NULL AND n.response_id IS NOT NULL AS is_in_both,
       ', ' || replace(coalesce(o.advice, '') || ', ' || coalesce(n.advice, ''), ' after ', ', ') || ', ' AS advice_rows,
       o.advice IS NOT n.advice AS advice_moved, o.record IS NOT n.record AS record_moved,
       coalesce(n.responded_earliest, o.responded_earliest, -2000000) AS earliest,
       coalesce(n.responded_latest, o.responded_latest, 4000000) AS latest
FROM subject_row r
LEFT JOIN judged o ON o.response_id = r.row_id AND o.then_or_now = 'old'
LEFT JOIN judged n ON n.response_id = r.row_id AND n.then_or_now = 'new'
WHERE r.file_kind = 'responses' AND (o.response_id IS NOT NULL OR n.response_id IS NOT NULL);
CREATE INDEX temp.subject_answer_of ON subject_answer (side, finding_id);
