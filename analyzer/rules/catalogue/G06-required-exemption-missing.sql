-- id: G06
-- name: required-exemption-missing
-- title: Cites some, not all, of the exemptions that the advice asks for
-- severity: medium
-- basis: advice
-- evidence: guidance
-- needs: guidance_in_force
-- about: citations
-- message: {force} cited {citations} in {answer.letters} about {tool}; the advice ({guidance.titles})
--   asks for all of {required}.
-- rationale: The advice pairs the exemptions so that all forces' letters read alike; a letter that drops
--   one stands out and says something about its force.
-- source: CRU circulars 995/24 and 157/25; SEMANTICS.md 25, 32
-- remedy: Cite the missing subsection at review, with its tests.

WITH cited AS (          -- required exemptions of a guidance row that a set of citations has
    SELECT e.set_no, g.guidance_no, count(DISTINCT g.citation) AS cited
    FROM exemption_citation e
    JOIN guidance_exemption g ON e.citation = g.citation OR e.citation LIKE g.citation || '(%'
    GROUP BY e.set_no, g.guidance_no
), required AS (
    SELECT guidance_no, count(*) AS required FROM guidance_exemption GROUP BY guidance_no
), fires AS (
    SELECT r.profile_no, s.citations, max(g.required_exemptions) AS required,
           CASE WHEN count(*) = max(r.readings) THEN 'certain' ELSE 'possible' END AS certainty
    FROM reading r
    JOIN cited c ON c.set_no = r.set_no AND c.guidance_no = r.guidance_in_force
    JOIN required q ON q.guidance_no = r.guidance_in_force
    JOIN guidance g ON g.guidance_no = r.guidance_in_force
    JOIN exemption_set s ON s.set_no = r.set_no
    WHERE r.dated = 1 AND r.superseded = 0 AND r.regime = 'FOIA'
      AND r.position <> 'silent' AND (r.position = 'ncnd' OR r.partial_ncnd = 'yes')
      AND c.cited < q.required
    GROUP BY r.profile_no
)
SELECT a.force_no, a.tool_no, a.request_no, a.question_no, f.certainty, 'answer' AS role,
       a.response_no, a.responded_earliest, a.responded_latest, f.citations, f.required
FROM fires f
CROSS JOIN answer a ON a.profile_no = f.profile_no
ORDER BY a.force_no, a.tool_no, a.request_no, a.question_no, a.response_no
