-- id: X02
-- name: split-deny-ncnd
-- title: Some forces deny what others neither confirm nor deny
-- severity: critical
-- basis: consistency
-- parties: deny
-- message: On {request}{question} about {tool}, {deny.count} said that nothing is held ({deny.forces})
--   and {ncnd.count} neither confirmed nor denied ({ncnd.forces}).
-- rationale: A denial beside NCNDs decodes them: those who hold nothing can evidently say so.
-- source: SEMANTICS.md 16, 17, 28, 60
-- remedy: Agree one line before the next answer; consider at review whether the denials can be
--   replaced by NCND.

SELECT NULL AS force_no, u.tool_no, u.request_no, u.question_no,
       CASE WHEN u.is_marginal THEN 'low' ELSE 'critical' END AS severity, c.position AS role,
       c.response_no, r.responded_earliest, r.responded_latest
FROM unit u
CROSS JOIN cell c ON c.unit_no = u.unit_no
CROSS JOIN response r ON r.response_no = c.response_no
WHERE u.denying > 0 AND u.ncnd > 0 AND c.position IN ('deny', 'ncnd')
ORDER BY u.tool_no, u.request_no, u.question_no, c.force_no
