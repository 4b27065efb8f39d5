-- id: T02
-- name: advance-unexplained
-- title: NCND, then a confirmation that nothing published explains
-- severity: medium
-- basis: consistency
-- about: self-contradiction
-- message: {force} neither confirmed nor denied about {tool} ({earlier.letters}) and later confirmed
--   ({later.letters}), with no acknowledgement of its own published between the two.
-- rationale: A change of line that no publication explains shows that the NCND could have been a
--   confirmation, and weakens the NCND of everyone else.
-- source: FOIA s1(1)(a); SEMANTICS.md 19, 31
-- remedy: Record the reason for the change; if it was a decision, publish an acknowledgement and tell
--   the national unit.

SELECT force_no, tool_no, request_no, NULL AS question_no, unexplained AS certainty, role,
       response_no, responded_earliest, responded_latest
FROM letter_of_change
WHERE kind = 'between' AND from_position = 'ncnd' AND to_position = 'confirm' AND unexplained IS NOT NULL
ORDER BY 1, 2, 3, 4, 6, 7
