-- id: X10
-- name: tool-split-deny
-- title: What the forces say about one tool: some deny, others neither confirm nor deny
-- severity: high
-- basis: consistency
-- parties: deny
-- message: About {tool}, as the public record stands, {deny.count} said that nothing is held
--   ({deny.forces}) and {ncnd.count} neither confirmed nor denied ({ncnd.forces}).
-- rationale: A reader puts the answers to all requests together: each denial lets the NCNDs be decoded,
--   whichever request it answered.
-- source: SEMANTICS.md 36
-- remedy: Find out whether the denials can be withdrawn at review; agree one line before the next
--   answer.

WITH split AS (
    SELECT tool_no
    FROM public_position
    GROUP BY tool_no
    HAVING sum(position = 'deny') > 0 AND sum(position = 'ncnd') > 0
)
SELECT NULL AS force_no, p.tool_no, NULL AS request_no, NULL AS question_no, p.position AS role,
       l.response_no, p.acknowledgement_no, l.responded_earliest, l.responded_latest
FROM public_position p
JOIN split s ON s.tool_no = p.tool_no
LEFT JOIN letter l ON l.letter_no = p.letter_no
WHERE p.position IN ('deny', 'ncnd')
ORDER BY p.tool_no, p.force_no
