-- id: X07
-- name: split-confirm-deny
-- title: Forces confirm and deny, and nobody keeps an NCND line
-- severity: medium
-- basis: consistency
-- about: split
-- parties: deny
-- message: On {request}{question} about {tool}, {confirm.count} confirmed ({confirm.forces}),
--   {deny.count} {said} ({deny.forces}), and {line}.
-- rationale: Plain answers on both sides mean that no NCND line is kept at all. Where no advice was in
--   force for any of them this is noted only.
-- source: SEMANTICS.md 16, 17, 28, 41, 47, 60
-- remedy: Decide whether NCND is to be kept for this tool; if so, tell these forces.

SELECT NULL AS force_no, u.tool_no, u.request_no, u.question_no,
       CASE WHEN u.guided = 0 THEN 'info' WHEN u.is_marginal THEN 'low' ELSE 'medium' END AS severity, c.position AS role,
       c.response_no, r.responded_earliest, r.responded_latest,
       iif(u.qualified = u.denying, 'denied open use and neither confirmed nor denied the rest', 'denied') AS said,
       iif(max(r.partial_ncnd IS 1 OR s.stance = 'ncnd') OVER (PARTITION BY u.unit_no),
           'NCND was given only beside an open answer', 'none neither confirmed nor denied') AS line
FROM unit u
CROSS JOIN cell c ON c.unit_no = u.unit_no
CROSS JOIN response r ON r.response_no = c.response_no
CROSS JOIN stance s ON s.stance_no = r.stance_no
WHERE u.confirming > 0 AND u.denying > 0 AND u.ncnd = 0 AND c.position IN ('confirm', 'deny')
ORDER BY u.tool_no, u.request_no, u.question_no, c.force_no
