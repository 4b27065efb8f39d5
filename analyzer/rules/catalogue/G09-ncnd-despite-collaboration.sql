-- id: G09
-- name: ncnd-despite-collaboration
-- title: NCND although the force's collaboration has acknowledged
-- severity: medium
-- basis: advice
-- evidence: collaboration membership
-- message: {force} neither confirmed nor denied about {tool} in {answer.letters}, although a
--   collaboration to which it belonged on that day had acknowledged it:
--   {collaboration.acknowledgements}.
-- rationale: A reader knows who belongs to the collaboration. The acknowledgement is not the force's own,
--   so NCND follows the advice, but it protects little.
-- source: CRU circulars 995/24 and 157/25; SEMANTICS.md 13
-- remedy: Agree with the collaboration's lead force which answer its members give.

WITH fires AS (
    SELECT profile_no, CASE WHEN count(*) = max(readings) THEN 'certain' ELSE 'possible' END AS certainty
    FROM reading
    WHERE dated = 1 AND superseded = 0
      AND position = 'ncnd'
      AND own_acknowledgement = 0
      AND collaboration_acknowledgement = 1
    GROUP BY profile_no
)
SELECT a.force_no, a.tool_no, a.request_no, a.question_no, f.certainty, 'answer' AS role,
       a.response_no, a.responded_earliest, a.responded_latest
FROM fires f
CROSS JOIN answer a ON a.profile_no = f.profile_no
ORDER BY a.force_no, a.tool_no, a.request_no, a.question_no, a.response_no
