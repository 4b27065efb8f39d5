-- id: X01
-- name: split-confirm-ncnd
-- title: Some forces confirm what others neither confirm nor deny
-- severity: high
-- basis: consistency
-- about: split
-- evidence: own
-- parties: confirm
-- message: On {request}{question} about {tool}, {confirm.count} confirmed ({confirm.forces}) and
--   {ncnd.count} neither confirmed nor denied ({ncnd.forces}).
-- rationale: Each confirmation narrows the map of where a tool is or is not deployed. Where every
--   confirming force has acknowledged and no other has, this is the split the advice asks for,
--   and it is noted only.
-- source: SEMANTICS.md 16, 17, 28, 41, 60
-- remedy: Look at the confirming forces first: did each have an acknowledgement of its own on that
--   day?

SELECT NULL AS force_no, u.tool_no, u.request_no, u.question_no,
       CASE WHEN u.confirming_acknowledged = u.confirming AND u.ncnd_unacknowledged = u.ncnd
            THEN 'info' WHEN u.is_marginal THEN 'low' ELSE 'high' END AS severity, c.position AS role,
       c.response_no, r.responded_earliest, r.responded_latest
FROM unit u
CROSS JOIN cell c ON c.unit_no = u.unit_no
CROSS JOIN response r ON r.response_no = c.response_no
WHERE u.confirming > 0 AND u.ncnd > 0 AND c.position IN ('confirm', 'ncnd')
ORDER BY u.tool_no, u.request_no, u.question_no, c.force_no
