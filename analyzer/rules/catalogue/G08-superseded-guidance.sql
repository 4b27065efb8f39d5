-- id: G08
-- name: superseded-guidance
-- title: Follows advice that had been replaced
-- severity: low
-- basis: advice
-- evidence: guidance
-- needs: guidance_in_force
-- message: {force} answered about {tool} in {answer.letters} as the earlier advice
--   ({replaced.titles}) asked; the advice in force on that day ({guidance.titles}) asks for
--   something else.
-- rationale: The letter meets the advice that was replaced and fails the one in force: the usual cause is
--   an old template, not a decision.
-- source: CRU circulars 995/24 and 157/25; SEMANTICS.md 22, 26
-- remedy: Replace the template with the wording of the advice in force.

WITH fires AS (
    SELECT profile_no, CASE WHEN count(*) = max(readings) THEN 'certain' ELSE 'possible' END AS certainty
    FROM reading
    WHERE dated = 1 AND superseded = 0
      AND position <> 'silent'
      AND conforms_in_reading = 'no'
      AND conformed_before = 'yes'
    GROUP BY profile_no
)
SELECT a.force_no, a.tool_no, a.request_no, a.question_no, f.certainty, 'answer' AS role,
       a.response_no, NULL AS guidance_no, a.responded_earliest, a.responded_latest
FROM fires f
CROSS JOIN answer a ON a.profile_no = f.profile_no
UNION ALL
SELECT DISTINCT a.force_no, a.tool_no, a.request_no, a.question_no, f.certainty, 'replaced',
       NULL, d.replaced_guidance_no, NULL, NULL
FROM fires f
CROSS JOIN answer a ON a.profile_no = f.profile_no
CROSS JOIN profile_reading d ON d.profile_no = f.profile_no
WHERE d.conforms = 'no' AND d.conformed_before = 'yes'
ORDER BY 1, 2, 3, 4, 6, 7, 8
