-- id: P02
-- name: commitment-tension
-- title: NCND about a tool that a public commitment covers
-- severity: info
-- basis: consistency
-- message: {force} neither confirmed nor denied about {tool} in {answer.letters}, while a public
--   commitment was in force: {commitment.titles}.
-- rationale: A promise of openness and an NCND can both be right; a reader will ask how they go together.
-- source: SEMANTICS.md 35, 41, 57, 65
-- remedy: Say in the letter how the NCND goes together with the commitment.

WITH using_ai AS (   -- tools that use AI, themselves or through an ancestor
    SELECT DISTINCT t.tool_no
    FROM tool_ancestor t
    JOIN tool a ON a.tool_no = t.ancestor_no
    WHERE a.uses_ai = 1
), covered AS MATERIALIZED (      -- which commitment speaks of which of them
    SELECT u.tool_no, c.commitment_no, c.force_no,
           coalesce(c.from_earliest, -2000000) AS possible_from, coalesce(c.to_latest, 4000000) AS possible_to,
           coalesce(c.from_latest, -2000000) AS certain_from, coalesce(c.to_earliest, 4000000) AS certain_to
    FROM using_ai u
    CROSS JOIN commitment c
    WHERE coalesce(c.from_earliest, -2000000) <= coalesce(c.to_latest, 4000000) -- else it is in force on no day
      AND (c.applies_to IS NULL
           OR EXISTS (SELECT 1
                      FROM commitment_scope s
                      WHERE s.commitment_no = c.commitment_no
                        AND (s.tool_no IS NULL
                             OR s.tool_no IN (SELECT t.ancestor_no FROM tool_ancestor t WHERE t.tool_no = u.tool_no))))
), promised AS MATERIALIZED (          -- answers, and the commitments that may have been in force on their day
    SELECT a.force_no, a.tool_no, a.request_no, a.question_no, a.response_no, a.responded_earliest, a.responded_latest,
           coalesce(a.responded_earliest, a.open_earliest, -2000000) AS day_earliest,
           coalesce(a.responded_latest, a.open_latest, 4000000) AS day_latest, c.commitment_no, c.certain_from, c.certain_to
    FROM answer a
    JOIN covered c ON c.tool_no = a.tool_no AND (c.force_no IS NULL OR c.force_no = a.force_no)
    WHERE a.position = 'ncnd' AND a.superseded = 0
      AND c.possible_from <= coalesce(a.responded_latest, a.open_latest, 4000000)
      AND c.possible_to >= coalesce(a.responded_earliest, a.open_earliest, -2000000)
), day AS (             -- the first day of the answer, and each on which a commitment has ceased to hold
    SELECT response_no, day_earliest AS day FROM promised
    UNION
    SELECT response_no, certain_to + 1 FROM promised WHERE certain_to >= day_earliest AND certain_to < day_latest
), doubtful AS (
    SELECT d.response_no
    FROM day d
    WHERE NOT EXISTS (SELECT 1 FROM promised p
                      WHERE p.response_no = d.response_no AND d.day BETWEEN p.certain_from AND p.certain_to)
)
SELECT p.force_no, p.tool_no, p.request_no, p.question_no,
       iif(p.response_no IN (SELECT response_no FROM doubtful), 'possible', 'certain') AS certainty,
       s.role, CASE s.role WHEN 'answer' THEN p.response_no END AS response_no,
       CASE s.role WHEN 'commitment' THEN p.commitment_no END AS commitment_no,
       p.responded_earliest, p.responded_latest
FROM promised p
CROSS JOIN (SELECT 'answer' AS role UNION ALL SELECT 'commitment') s
ORDER BY p.force_no, p.tool_no, p.request_no, p.question_no, s.role, p.response_no, p.commitment_no
