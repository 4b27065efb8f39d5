-- An answer that the last audit had, and that is gone, is no missing answer (X06).
CREATE TEMP TABLE withdrawn AS
SELECT c.row_id, f.force_no, q.request_no
FROM main.input_change c
JOIN main.force f ON f.force_id = c.force_id
JOIN main.request q ON q.request_id = c.request_id
JOIN old.response_wording w ON w.response_id = c.row_id
JOIN old.response r ON r.response_no = w.response_no
JOIN old.stance s ON s.stance_no = r.stance_no AND s.stance <> 'no_response'
WHERE c.file_kind = 'responses' AND c.change = 'withdrawn';

UPDATE main.finding
SET message = replace(message, 'no answer is on record', 'the answer of the last audit ('
        || (SELECT group_concat(row_id, ', ') FROM (
                SELECT w.row_id FROM withdrawn w
                WHERE w.force_no = finding.force_no AND w.request_no = finding.request_no ORDER BY w.row_id))
        || ') is withdrawn from the pack')
WHERE rule_id = 'X06' AND EXISTS (SELECT 1 FROM withdrawn w
                                  WHERE w.force_no = finding.force_no AND w.request_no = finding.request_no);

DROP TABLE temp.withdrawn;
