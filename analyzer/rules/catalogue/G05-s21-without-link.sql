-- id: G05
-- name: s21-without-link
-- title: Relies on section 21 and does not say where
-- severity: medium
-- basis: statute
-- message: {force} relied in {answer.letters} on section 21 about {tool} and gave no link to what it
--   says is reasonably accessible.
-- rationale: Section 21 exempts what the applicant can reasonably get elsewhere; an answer that does not
--   say where leaves the applicant unable to get it.
-- source: FOIA s21(1) and s16(1); SEMANTICS.md 9, 21
-- remedy: Send the address of the publication.

SELECT a.force_no, a.tool_no, a.request_no, a.question_no, 'answer' AS role,
       a.response_no, a.responded_earliest, a.responded_latest
FROM answer a
WHERE a.stance = 'held_s21' AND a.has_link = 0 AND a.superseded = 0 AND a.position <> 'silent'
ORDER BY a.force_no, a.tool_no, a.request_no, a.question_no, a.response_no
