-- id: D01
-- name: answered-before-asked
-- title: Answered before it was asked
-- severity: medium
-- basis: statute
-- message: {force} is on record with {answer.letters} on {request} about {tool}, which it received only
--   on {received_earliest:day} or later.
-- rationale: An answer cannot come before its request: one of the two dates is wrong, and with it every
--   deadline and every comparison in time.
-- source: FOIA s10(1); SEMANTICS.md 38, 58
-- remedy: Look the dates up in the letter and correct the row.

SELECT a.force_no, a.tool_no, a.request_no, NULL AS question_no, 'answer' AS role,
       a.response_no, a.responded_earliest, a.responded_latest, r.received_earliest
FROM response r
CROSS JOIN answer a ON a.response_no = r.response_no
WHERE r.responded_latest < r.received_earliest
  AND EXISTS (SELECT 1 -- a row of the letter that is more than a question back or no answer at all
              FROM response_meaning o
              JOIN response x ON x.response_no = o.response_no
              JOIN stance s ON s.stance_no = x.stance_no
              WHERE o.letter_no = a.letter_no AND s.stance NOT IN ('no_response', 'clarification', 'transferred'))
ORDER BY a.force_no, a.tool_no, a.request_no, a.response_no
