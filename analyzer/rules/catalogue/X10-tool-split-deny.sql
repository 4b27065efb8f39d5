-- id: X10
-- name: tool-split-deny
-- title: What the forces say about one tool: some deny, others neither confirm nor deny
-- severity: high
-- basis: consistency
-- about: split
-- parties: deny
-- message: About {tool}, as the public record stands, {deny.count} {said}
--   ({deny.forces}){also} and {ncnd.count} neither confirmed nor denied ({ncnd.forces}).
-- rationale: A reader puts the answers to all requests together: each denial lets the NCNDs be decoded,
--   whichever request it answered. A denial from before there was advice departed from no line, and one
--   that neither confirms nor denies the rest leaves the world in doubt.
-- source: SEMANTICS.md 36, 47, 48
-- remedy: Find out whether the plain denials can be withdrawn at review; agree one line before the next
--   answer.

WITH split AS (            -- and of those who deny, who denied in part, or before there was advice
    SELECT tool_no, sum(position = 'deny') AS denying, sum(position = 'ncnd') AS ncnd, sum(qualified) AS qualified,
           sum(position = 'deny' AND older_than_line) AS older,
           sum(position = 'deny' AND NOT qualified AND NOT older_than_line) AS plain
    FROM public_position
    GROUP BY tool_no
    HAVING sum(position = 'deny') > 0 AND sum(position = 'ncnd') > 0
)
SELECT NULL AS force_no, p.tool_no, NULL AS request_no, NULL AS question_no,
       CASE WHEN s.older = s.denying THEN 'info' WHEN s.plain = 0 THEN 'medium' ELSE 'high' END AS severity,
       p.position AS role, l.response_no, p.acknowledgement_no, l.responded_earliest, l.responded_latest,
       CASE WHEN s.qualified = s.denying THEN 'denied open use and neither confirmed nor denied the rest'
            ELSE 'denied' END
           || iif(s.older = s.denying, ', before there was advice', '') AS said,
       CASE WHEN s.qualified = s.denying OR s.qualified = 0 THEN ''
            WHEN s.qualified = 1 THEN ', the last only open use and with an NCND for the rest,'
            ELSE ', the last ' || s.qualified || ' only open use and with an NCND for the rest,' END AS also,
       CASE WHEN s.ncnd < s.qualified
            THEN 'Those who stand on NCND stand alone: let them look at the common line, a denial of open use with an '
                 || 'NCND for the rest, before the next answer.'
            WHEN s.qualified = s.denying
            THEN 'The denials of open use stand beside as many NCNDs or more: agree one line before the next answer.'
            END AS remedy
FROM public_position p
JOIN split s ON s.tool_no = p.tool_no
LEFT JOIN letter l ON l.letter_no = p.letter_no
WHERE p.position IN ('deny', 'ncnd')
ORDER BY p.tool_no, p.qualified, p.force_no
