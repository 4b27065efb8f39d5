-- id: T03
-- name: deny-then-ncnd
-- title: Denied, then neither confirmed nor denied
-- severity: high
-- basis: consistency
-- about: self-contradiction
-- message: {force} {denied} about {tool} ({earlier.letters}) and later neither
--   confirmed nor denied ({later.letters}).
-- rationale: After a denial an NCND reads as a yes: the force that could deny no longer does.
-- source: FOIA s1(1)(a); SEMANTICS.md 19, 31, 47
-- remedy: Treat the pair as a disclosure when the next request comes; ask the national unit for the
--   line.

SELECT force_no, tool_no, request_no, NULL AS question_no, certainty, role,
       response_no, responded_earliest, responded_latest,
       iif(min(is_qualified) OVER (PARTITION BY force_no, tool_no, request_no),
           'denied open use and neither confirmed nor denied the rest', 'denied') AS denied
FROM letter_of_change
WHERE kind = 'between' AND from_position = 'deny' AND to_position = 'ncnd'
ORDER BY 1, 2, 3, 4, 6, 7
