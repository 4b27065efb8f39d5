-- id: G02
-- name: confirmed-without-acknowledgement
-- title: Confirms where the advice asks for NCND
-- severity: high
-- basis: advice
-- evidence: guidance
-- needs: guidance_in_force
-- message: {force} confirmed about {tool} in {answer.letters} with no acknowledgement of its own in
--   force on that day, where the advice ({guidance.titles}) asks for NCND.
-- rationale: A confirmation that rests on nothing already public narrows the map for everyone who neither
--   confirms nor denies. It departs from advice; it is not against the law.
-- source: CRU circulars 995/24 and 157/25; SEMANTICS.md 21, 23
-- remedy: Establish whether the disclosure was meant. If so, record it as an acknowledgement, so that
--   later answers follow the other limb; if not, tell the national unit.

WITH fires AS (
    SELECT profile_no, CASE WHEN count(*) = max(readings) THEN 'certain' ELSE 'possible' END AS certainty
    FROM reading
    WHERE dated = 1 AND superseded = 0
      AND position = 'confirm'
      AND stage IN ('initial', 'internal_review')
      AND NOT (stance = 'ncnd' AND held_statement IS NOT NULL AND held_statement IN ('confirm', 'deny'))
      AND own_acknowledgement = 0
      AND expects_ncnd = 1 AND expects_confirm = 0
    GROUP BY profile_no
)
SELECT a.force_no, a.tool_no, a.request_no, a.question_no, f.certainty, 'answer' AS role,
       a.response_no, a.responded_earliest, a.responded_latest
FROM fires f
CROSS JOIN answer a ON a.profile_no = f.profile_no
ORDER BY a.force_no, a.tool_no, a.request_no, a.question_no, a.response_no
