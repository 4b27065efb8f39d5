-- id: X08
-- name: sidestep
-- title: Refused on cost or otherwise where most others gave NCND
-- severity: low
-- basis: consistency
-- message: On {request}{question} about {tool}, {force} answered with {stance} in {answer.letters}, where {ncnd} of
--   the {peers} other forces whose answers are known gave NCND.
-- rationale: A refusal on cost says that a search means something, which the NCND of the others leaves open. The
--   force may have had a wider request, or have meant section 12(2).
-- source: FOIA s12, s14, s1(3); SEMANTICS.md 16, 17
-- remedy: Ask the force for its reason, and whether NCND was considered.

WITH unanswered AS MATERIALIZED ( -- how many forces sent nothing, or nothing yet, unit by unit
    SELECT c.unit_no, count(*) AS forces
    FROM cell c
    CROSS JOIN response r ON r.response_no = c.response_no
    CROSS JOIN stance s ON s.stance_no = r.stance_no
    WHERE c.position = 'silent' AND s.stance IN ('no_response', 'extended')
    GROUP BY c.unit_no
), shared AS (            -- questions that at least two forces, and half of those known, met with NCND
    SELECT u.unit_no, u.tool_no, u.request_no, u.question_no, u.ncnd,
           u.confirming + u.denying + u.ncnd + u.silent - 1 - coalesce(n.forces, 0) AS peers
    FROM unit u
    LEFT JOIN unanswered n ON n.unit_no = u.unit_no
    WHERE u.ncnd >= 2 AND u.silent > 0
)
-- A refusal of the whole letter is one finding.
SELECT c.force_no, u.tool_no, u.request_no, iif(r.question_no IS NULL, NULL, u.question_no) AS question_no, 'answer' AS role,
       c.response_no, r.responded_earliest, r.responded_latest, s.stance, u.ncnd, u.peers
FROM shared u
CROSS JOIN cell c ON c.unit_no = u.unit_no
CROSS JOIN response r ON r.response_no = c.response_no
CROSS JOIN stance s ON s.stance_no = r.stance_no
LEFT JOIN question q ON q.question_no = u.question_no
WHERE c.position = 'silent' AND s.stance IN ('refused_cost', 'refused_vexatious', 'clarification')
  AND 2 * u.ncnd >= u.peers
ORDER BY 1, 2, 3, 4, c.response_no, q.question_id
