-- id: T06
-- name: confirm-then-deny
-- title: Confirmed, then denied
-- severity: critical
-- basis: statute
-- about: self-contradiction
-- shares-cause-with: G11
-- message: {force} confirmed about {tool} ({earlier.letters}) and later {denied}
--   ({later.letters}).
-- rationale: Both letters can be true only if the information was destroyed or asked for differently; the
--   duty to confirm or deny is a duty to do so correctly.
-- source: FOIA s1(1)(a); SEMANTICS.md 19, 31, 47
-- remedy: Check the searches behind both letters and correct the wrong one.

SELECT force_no, tool_no, request_no, NULL AS question_no, certainty, role,
       response_no, responded_earliest, responded_latest,
       iif(min(is_qualified) OVER (PARTITION BY force_no, tool_no, request_no),
           'denied open use and neither confirmed nor denied the rest', 'denied') AS denied
FROM letter_of_change
WHERE kind = 'between' AND from_position = 'confirm' AND to_position = 'deny'
ORDER BY 1, 2, 3, 4, 6, 7
