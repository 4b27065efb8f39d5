-- id: G11
-- name: denied-despite-acknowledgement
-- title: Denies what the force has itself made public
-- severity: critical
-- basis: statute
-- about: self-contradiction
-- evidence: own
-- message: {force} denied about {tool} in {answer.letters}, although its own
--   acknowledgement was public on that day: {own.acknowledgements}.
-- rationale: One of the two statements appears untrue: the publication, or the answer under section 1(1)(a).
--   A denial on meetings, an impact assessment or another detail is left out, since a force may use a tool
--   and hold no such record.
-- source: FOIA s1(1)(a); FOISA s1(1), s17; SEMANTICS.md 13, 15
-- remedy: Check the searches and the scope of the request at once, and correct whichever statement is wrong.

WITH fires AS (
    SELECT profile_no, CASE WHEN count(*) = max(readings) THEN 'certain' ELSE 'possible' END AS certainty
    FROM reading
    WHERE dated = 1 AND superseded = 0
      AND position = 'deny' AND stance <> 'ncnd'
      AND topic IN ('use', 'contract')
      AND own_acknowledgement = 1
    GROUP BY profile_no
)
SELECT a.force_no, a.tool_no, a.request_no, a.question_no, f.certainty, 'answer' AS role,
       a.response_no, a.responded_earliest, a.responded_latest
FROM fires f
CROSS JOIN answer a ON a.profile_no = f.profile_no
ORDER BY a.force_no, a.tool_no, a.request_no, a.question_no, a.response_no
