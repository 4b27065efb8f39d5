-- id: T04
-- name: ncnd-then-deny
-- title: Neither confirmed nor denied, then denied
-- severity: high
-- basis: consistency
-- about: self-contradiction
-- message: {force} neither confirmed nor denied about {tool} ({earlier.letters}) and later {denied}
--   ({later.letters}).
-- rationale: A denial after an NCND shows that the NCND stood for a no, and lets a reader weigh the other
--   forces' NCNDs.
-- source: FOIA s1(1)(a); SEMANTICS.md 19, 31, 47
-- remedy: Find out which template or officer changed, and return to one line.

SELECT force_no, tool_no, request_no, NULL AS question_no, certainty, role,
       response_no, responded_earliest, responded_latest,
       iif(min(is_qualified) OVER (PARTITION BY force_no, tool_no, request_no),
           'denied open use and neither confirmed nor denied the rest', 'denied') AS denied
FROM letter_of_change
WHERE kind = 'between' AND from_position = 'ncnd' AND to_position = 'deny'
ORDER BY 1, 2, 3, 4, 6, 7
