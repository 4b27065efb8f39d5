-- id: X02
-- name: split-deny-ncnd
-- title: Some forces deny what others neither confirm nor deny
-- severity: critical
-- basis: consistency
-- about: split
-- parties: deny
-- message: On {request}{question} about {tool}, {deny.count} {said} ({deny.forces}){also}
--   and {ncnd.count} neither confirmed nor denied ({ncnd.forces}).
-- rationale: A denial beside NCNDs decodes them: those who hold nothing can evidently say so. One that
--   neither confirms nor denies the rest leaves the world in doubt, but is no common line either.
-- source: SEMANTICS.md 16, 17, 28, 47, 60
-- remedy: Agree one line before the next answer; consider at review whether the plain denials can be
--   replaced by NCND.

SELECT NULL AS force_no, u.tool_no, u.request_no, u.question_no,
       CASE WHEN u.is_marginal THEN 'low' WHEN u.qualified = u.denying THEN 'medium' ELSE 'critical' END AS severity, c.position AS role,
       c.response_no, r.responded_earliest, r.responded_latest,
       iif(u.qualified = u.denying, 'denied open use and neither confirmed nor denied the rest',
           'denied') AS said,
       CASE WHEN u.qualified = u.denying OR u.qualified = 0 THEN ''
            WHEN u.qualified = 1 THEN ', the last only open use and with an NCND for the rest,'
            ELSE ', the last ' || u.qualified || ' only open use and with an NCND for the rest,' END AS also,
       CASE WHEN u.ncnd < u.qualified
            THEN 'Those who gave NCND stand alone: let them look at the common line, a denial of open use with an NCND '
                 || 'for the rest, before the next answer.'
            WHEN u.qualified = u.denying
            THEN 'The denials of open use stand beside as many NCNDs or more: agree one line before the next answer.'
            END AS remedy
FROM unit u
CROSS JOIN cell c ON c.unit_no = u.unit_no
CROSS JOIN response r ON r.response_no = c.response_no
WHERE u.denying > 0 AND u.ncnd > 0 AND c.position IN ('deny', 'ncnd')
ORDER BY u.tool_no, u.request_no, u.question_no, c.qualified, c.force_no
