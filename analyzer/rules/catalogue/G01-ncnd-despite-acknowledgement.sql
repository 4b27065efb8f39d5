-- id: G01
-- name: ncnd-despite-acknowledgement
-- title: Neither confirms nor denies what the force has itself made public
-- severity: high
-- basis: regulator
-- about: self-contradiction
-- evidence: own guidance
-- needs: guidance_in_force
-- message: {force} neither confirmed nor denied about {tool} in {answer.letters}, although its own
--   acknowledgement was public on that day: {own.acknowledgements}. The advice in force then
--   ({guidance.titles}) asks an acknowledged force to confirm.
-- rationale: An NCND protects nothing that the force has published itself, and the regulator looks at
--   what was public on the day of the letter. The limb of the advice for acknowledged forces is
--   to confirm, to point to the publication under section 21 and to keep NCND for anything else.
-- source: CRU circulars 995/24 and 157/25; SEMANTICS.md 13, 21, 23
-- remedy: At review, confirm what the acknowledgement already says, cite section 21 with its address,
--   and keep a partial NCND for any covert use.

WITH fires AS (
    SELECT profile_no, CASE WHEN count(*) = max(readings) THEN 'certain' ELSE 'possible' END AS certainty
    FROM reading
    WHERE dated = 1 AND superseded = 0
      AND stance = 'ncnd' AND position = 'ncnd'
      AND topic <> 'covert_use'
      AND own_acknowledgement = 1
      AND guidance_in_force IS NOT NULL AND expects_ncnd = 0
    GROUP BY profile_no
)
SELECT a.force_no, a.tool_no, a.request_no, a.question_no, f.certainty, 'answer' AS role,
       a.response_no, a.responded_earliest, a.responded_latest
FROM fires f
CROSS JOIN answer a ON a.profile_no = f.profile_no
ORDER BY a.force_no, a.tool_no, a.request_no, a.question_no, a.response_no
