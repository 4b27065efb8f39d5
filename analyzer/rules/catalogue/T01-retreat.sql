-- id: T01
-- name: retreat
-- title: Confirmed, then neither confirmed nor denied
-- severity: high
-- basis: regulator
-- about: self-contradiction
-- shares-cause-with: G01, L01, T09
-- message: {force} confirmed about {tool} ({earlier.letters}) and later neither confirmed nor denied
--   ({later.letters}).
-- rationale: What was once confirmed stays known; a later NCND protects nothing and invites the question
--   what changed.
-- source: FOIA s1(1)(a); SEMANTICS.md 19, 31
-- remedy: Confirm again at review, or say what has changed.

SELECT force_no, tool_no, request_no, NULL AS question_no, certainty, role,
       response_no, responded_earliest, responded_latest
FROM letter_of_change
WHERE kind = 'between' AND from_position = 'confirm' AND to_position = 'ncnd'
ORDER BY 1, 2, 3, 4, 6, 7
