-- An answer that the last audit had, and that is gone, is no missing answer (X06), and no force that was never asked
-- (clause 79).
CREATE TEMP TABLE withdrawn AS
SELECT c.row_id, f.force_no, q.request_no, t.tool_no
FROM main.input_change c
JOIN main.force f ON f.force_id = c.force_id
JOIN main.request q ON q.request_id = c.request_id
LEFT JOIN main.tool t ON t.tool_id = c.tool_id
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

INSERT INTO main.silence (tool_no, request_no, force_no, kind, gone)
SELECT tool_no, request_no, force_no, 'withdrawn',
       (SELECT group_concat(row_id, ';') FROM (
            SELECT DISTINCT w.row_id FROM withdrawn w
            WHERE w.tool_no = g.tool_no AND w.force_no = g.force_no AND (w.request_no = g.request_no OR g.request_no = 0)
            ORDER BY w.row_id))
FROM (SELECT tool_no, request_no, force_no FROM withdrawn
      UNION
      SELECT tool_no, 0, force_no FROM withdrawn) g
WHERE g.tool_no IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM main.letter l
                  WHERE l.force_no = g.force_no AND l.tool_no = g.tool_no AND l.request_no = g.request_no
                    AND l.position_on_use <> 'silent')
  AND NOT (g.request_no = 0 AND EXISTS (SELECT 1 FROM main.public_position p
                                        WHERE p.force_no = g.force_no AND p.tool_no = g.tool_no))
ON CONFLICT (tool_no, request_no, force_no) DO UPDATE SET kind = excluded.kind, gone = excluded.gone, response_no = NULL
WHERE silence.kind IN ('unanswered', 'not_asked');

DROP TABLE temp.withdrawn;
