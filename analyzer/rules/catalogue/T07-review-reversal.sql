-- id: T07
-- name: review-reversal
-- title: A later stage of one request changed the answer
-- severity: medium
-- basis: consistency
-- about: self-contradiction
-- message: On {request}, {force} changed its answer about {tool} from {earlier.letters} to
--   {later.letters}.
-- rationale: A review that changes the position corrects an answer, and shows what the first one should
--   have been.
-- source: SEMANTICS.md 19, 31
-- remedy: Carry the corrected line into the template and into the answers of the others.

SELECT c.force_no, c.tool_no, l.request_no, NULL AS question_no, c.certainty AS certainty, 'earlier' AS role,
       e.response_no, e.responded_earliest, e.responded_latest
FROM change c
JOIN letter e ON e.letter_no = c.earlier_letter_no
JOIN letter l ON l.letter_no = c.later_letter_no
WHERE c.kind = 'review'
UNION ALL
SELECT c.force_no, c.tool_no, l.request_no, NULL, c.certainty, 'later',
       l.response_no, l.responded_earliest, l.responded_latest
FROM change c
JOIN letter l ON l.letter_no = c.later_letter_no
WHERE c.kind = 'review'
ORDER BY 1, 2, 3, 4, 6, 7
