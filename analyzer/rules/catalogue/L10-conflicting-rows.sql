-- id: L10
-- name: conflicting-rows
-- title: Two rows code one answer differently
-- severity: high
-- basis: statute
-- message: For {request}{question} about {tool}, {force} has rows of one letter with different stances:
--   {answer.stances}.
-- rationale: One letter gives one answer to one question: either the letter contradicts itself or one row
--   is wrong.
-- source: SEMANTICS.md 34
-- remedy: Read the letter again and correct the rows.

SELECT a.force_no, a.tool_no, a.request_no, a.question_no, 'answer' AS role,
       a.response_no, a.responded_earliest, a.responded_latest
FROM answer a
WHERE a.conflicting = 1
ORDER BY a.force_no, a.tool_no, a.request_no, a.question_no, a.response_no
