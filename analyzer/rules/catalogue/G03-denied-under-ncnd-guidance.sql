-- id: G03
-- name: denied-under-ncnd-guidance
-- title: Denies where the advice asks for NCND
-- severity: critical
-- basis: advice
-- evidence: guidance
-- needs: guidance_in_force
-- message: {force} denied about {tool} in {answer.letters}, where the advice
--   ({guidance.titles}) asks for NCND whether or not anything is held.
-- rationale: One truthful denial lets a reader decode the NCND of every other force: those who hold
--   nothing can say so, so those who do not say so hold something. It departs from advice; a
--   truthful denial is within section 1(1)(a).
-- source: CRU circulars 995/24 and 157/25; SEMANTICS.md 21, 23, 24, 47
-- remedy: Tell the national unit at once, since the other forces' answers are affected; agree the line
--   to take before the next answer. A denial beside a partial NCND leaves the rest in doubt: ask only
--   whether it can be part of the common line.

WITH fires AS (
    SELECT profile_no, CASE WHEN count(*) = max(readings) THEN 'certain' ELSE 'possible' END AS certainty
    FROM reading
    WHERE dated = 1 AND superseded = 0
      AND position = 'deny'
      AND topic NOT IN ('meetings', 'other')
      AND NOT (stance = 'ncnd' AND held_statement IS NOT NULL AND held_statement IN ('confirm', 'deny'))
      AND own_acknowledgement = 0
      AND expects_ncnd = 1 AND expects_deny = 0
    GROUP BY profile_no
)
SELECT a.force_no, a.tool_no, a.request_no, a.question_no, f.certainty,
       CASE a.partial_ncnd WHEN 'yes' THEN 'high' ELSE 'critical' END AS severity, 'answer' AS role,
       a.response_no, a.responded_earliest, a.responded_latest
FROM fires f
CROSS JOIN answer a ON a.profile_no = f.profile_no
ORDER BY a.force_no, a.tool_no, a.request_no, a.question_no, a.response_no
