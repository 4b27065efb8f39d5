-- id: T05
-- name: deny-then-confirm
-- title: Denied, then confirmed, and nothing published explains it
-- severity: medium
-- basis: consistency
-- about: self-contradiction
-- message: {force} {denied} about {tool} ({earlier.letters}) and later confirmed
--   ({later.letters}), with no acknowledgement of its own published between the two.
-- rationale: Either the tool was adopted between, which a publication would show, or one of the letters
--   is wrong.
-- source: FOIA s1(1)(a); SEMANTICS.md 19, 31, 47
-- remedy: Establish which; if the tool was adopted, record the acknowledgement.

SELECT force_no, tool_no, request_no, NULL AS question_no, unexplained AS certainty, role,
       response_no, responded_earliest, responded_latest,
       iif(min(is_qualified) OVER (PARTITION BY force_no, tool_no, request_no),
           'denied open use and neither confirmed nor denied the rest', 'denied') AS denied
FROM letter_of_change
WHERE kind = 'between' AND from_position = 'deny' AND to_position = 'confirm' AND unexplained IS NOT NULL
ORDER BY 1, 2, 3, 4, 6, 7
