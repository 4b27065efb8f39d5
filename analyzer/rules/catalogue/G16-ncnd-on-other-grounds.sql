-- id: G16
-- name: ncnd-on-other-grounds
-- title: NCND on none of the exemptions that the advice asks for
-- severity: medium
-- basis: advice
-- evidence: guidance
-- needs: guidance_in_force
-- about: citations
-- message: {force} rested its NCND about {tool} in {answer.letters} on {citations}; the advice
--   ({guidance.titles}) asks for {required}, and none of these is cited.
-- rationale: A letter on other grounds stands out among those that follow the advice, and its grounds may
--   themselves say something about the force. It departs from advice; the grounds may be good in law.
-- source: CRU circulars 995/24 and 157/25; SEMANTICS.md 21, 25, 32
-- remedy: Ask the force for its reason; if there is none, use the subsections of the advice at review.

WITH required AS (
    SELECT DISTINCT guidance_no FROM guidance_exemption
), fires AS (
    SELECT r.profile_no, s.citations, max(g.required_exemptions) AS required,
           CASE WHEN count(*) = max(r.readings) THEN 'certain' ELSE 'possible' END AS certainty
    FROM reading r
    JOIN required q ON q.guidance_no = r.guidance_in_force
    JOIN guidance g ON g.guidance_no = r.guidance_in_force
    JOIN exemption_set s ON s.set_no = r.set_no
    WHERE r.dated = 1 AND r.superseded = 0 AND r.regime = 'FOIA' AND r.position = 'ncnd' AND s.ncnd_key <> ''
      AND NOT EXISTS (SELECT 1
                      FROM guidance_exemption x
                      JOIN exemption_citation e ON e.set_no = r.set_no
                      WHERE x.guidance_no = r.guidance_in_force
                        AND (e.citation = x.citation OR e.citation LIKE x.citation || '(%'))
    GROUP BY r.profile_no
)
SELECT a.force_no, a.tool_no, a.request_no, a.question_no, f.certainty, 'answer' AS role,
       a.response_no, a.responded_earliest, a.responded_latest, f.citations, f.required
FROM fires f
CROSS JOIN answer a ON a.profile_no = f.profile_no
ORDER BY a.force_no, a.tool_no, a.request_no, a.question_no, a.response_no
