-- id: G12
-- name: answered-before-advice
-- title: Answered after the request was circulated and before its advice
-- severity: info
-- basis: advice
-- evidence: guidance
-- needs: guidance
-- message: {force} answered about {tool} in {answer.letters}: after the request was circulated and before
--   the advice on it ({advice.titles}, from {advised_from:day}). {judged}
-- rationale: Between the circulation of a request and the advice the line is not settled. The answer is
--   judged by what was in force on its day, never by what came later.
-- source: CRU circular 995/24 (circulated on 12 November 2024, advice on 9 December 2024); SEMANTICS.md 21
-- remedy: None for this letter; wait for the advice where the time limit allows, or ask for it.

WITH early AS (
    SELECT r.force_no, r.tool_no, r.request_no, r.question_no, r.response_no, r.responded_earliest, r.responded_latest,
           e.guidance_no, g.effective_from_earliest AS advised_from, e.certainty,
           CASE WHEN a.guided THEN 'Whether it conforms is judged by the older advice.'
                ELSE 'No advice was in force yet, so nothing is said about whether it conforms.' END AS judged
    FROM early_answer e
    CROSS JOIN guidance g ON g.guidance_no = e.guidance_no
    CROSS JOIN response_meaning m ON m.letter_no = e.letter_no
    CROSS JOIN profile a ON a.profile_no = m.profile_no
    CROSS JOIN response r ON r.response_no = m.response_no
    WHERE a.position <> 'silent' AND a.superseded = 0
)
SELECT force_no, tool_no, request_no, question_no, certainty, 'answer' AS role, response_no, NULL AS guidance_no,
       responded_earliest, responded_latest, advised_from, judged
FROM early
UNION ALL
SELECT force_no, tool_no, request_no, question_no, certainty, 'advice', NULL, guidance_no, NULL, NULL, advised_from, judged
FROM early
ORDER BY 1, 2, 3, 4, 6 DESC, advised_from, 7, 8
