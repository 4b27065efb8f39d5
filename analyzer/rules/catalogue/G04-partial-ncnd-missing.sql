-- id: G04
-- name: partial-ncnd-missing
-- title: Confirms without the partial NCND that the advice asks for
-- severity: medium
-- basis: advice
-- evidence: own guidance
-- needs: guidance_in_force
-- message: {force} confirmed about {tool} in {answer.letters} as an acknowledged force; the advice
--   ({guidance.titles}) asks for a partial NCND beside it, and whether the letter has one is
--   coded as: {partial_ncnd}.
-- rationale: Without a partial NCND a confirmation of the published contract reads as a full account of
--   all use, including any covert one.
-- source: CRU circulars 995/24 and 157/25; SEMANTICS.md 9, 13
-- remedy: Add the partial NCND under 31(3) and 24(2) at review; where it is not known whether the
--   letter has one, read the letter and code it.

WITH fires AS (
    SELECT profile_no, partial_ncnd, CASE WHEN count(*) = max(readings) THEN 'certain' ELSE 'possible' END AS certainty
    FROM reading
    WHERE dated = 1 AND superseded = 0
      AND position = 'confirm'
      AND partial_ncnd IN ('no', 'unknown')
      AND own_acknowledgement = 1
      AND expected_partial_ncnd = 1
    GROUP BY profile_no
)
SELECT a.force_no, a.tool_no, a.request_no, a.question_no,
       CASE f.partial_ncnd WHEN 'no' THEN 'medium' ELSE 'info' END AS severity,
       CASE f.partial_ncnd WHEN 'no' THEN f.certainty ELSE 'possible' END AS certainty,
       'answer' AS role, a.response_no, a.responded_earliest, a.responded_latest, f.partial_ncnd
FROM fires f
CROSS JOIN answer a ON a.profile_no = f.profile_no
ORDER BY a.force_no, a.tool_no, a.request_no, a.question_no, a.response_no
