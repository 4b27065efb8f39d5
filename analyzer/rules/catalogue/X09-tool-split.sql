-- id: X09
-- name: tool-split
-- title: What the forces say about one tool: some confirm, others neither confirm nor deny
-- severity: high
-- basis: consistency
-- about: split
-- parties: confirm
-- message: About {tool}, as the public record stands, {confirm.count} confirmed{when} ({confirm.forces})
--   and {ncnd.count} neither confirmed nor denied ({ncnd.forces}).
-- rationale: A reader puts the answers to all requests together. Where every confirming force stands on
--   its own acknowledgement, or confirmed before there was advice, this is no departure from the line,
--   and it is noted only.
-- source: SEMANTICS.md 36, 48
-- remedy: See whose confirmation does not rest on an acknowledgement of its own, and settle that one
--   first.

WITH split AS (
    SELECT tool_no, sum(position = 'confirm' AND acknowledgement_no IS NULL AND NOT older_than_line) AS unsupported,
           sum(position = 'confirm' AND NOT older_than_line) AS since
    FROM public_position
    GROUP BY tool_no
    HAVING sum(position = 'confirm') > 0 AND sum(position = 'ncnd') > 0
)
SELECT NULL AS force_no, p.tool_no, NULL AS request_no, NULL AS question_no,
       CASE s.unsupported WHEN 0 THEN 'info' ELSE 'high' END AS severity, p.position AS role,
       l.response_no, p.acknowledgement_no, l.responded_earliest, l.responded_latest,
       iif(s.since = 0, ', before there was advice', '') AS "when"
FROM public_position p
JOIN split s ON s.tool_no = p.tool_no
LEFT JOIN letter l ON l.letter_no = p.letter_no
WHERE p.position IN ('confirm', 'ncnd')
ORDER BY p.tool_no, p.force_no
