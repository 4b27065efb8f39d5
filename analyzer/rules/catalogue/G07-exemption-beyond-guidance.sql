-- id: G07
-- name: exemption-beyond-guidance
-- title: NCND on a subsection that the advice does not list
-- severity: low
-- basis: advice
-- evidence: guidance
-- needs: guidance_in_force
-- about: citations
-- message: {force} rested its NCND about {tool} in {answer.letters} on {citations}; the advice
--   ({guidance.titles}) lists {required} only.
-- rationale: An extra subsection makes one letter differ from the others and may itself say something
--   about the force. 23(5) beside 24(2) is common and noted only.
-- source: CRU circulars 995/24 and 157/25; SEMANTICS.md 25, 32
-- remedy: Keep to the subsections of the advice, or say why this force needs another.

WITH listed AS (
    SELECT DISTINCT guidance_no FROM guidance_exemption
), surplus AS (           -- NCND subsections of a set that a guidance row does not list
    SELECT e.set_no, l.guidance_no, count(*) AS surplus,
           min(x.citation IS '23(5)' AND e.act = 'FOIA') AS only_23_5,
           EXISTS (SELECT 1
                   FROM exemption_citation b
                   JOIN exemption y ON y.exemption_no = b.exemption_no
                   WHERE b.set_no = e.set_no AND y.citation = '24(2)') AS has_24_2
    FROM listed l
    CROSS JOIN exemption_citation e
    LEFT JOIN exemption x ON x.exemption_no = e.exemption_no
    WHERE e.is_ncnd = 1
      AND NOT EXISTS (SELECT 1 FROM guidance_exemption g
                      WHERE g.guidance_no = l.guidance_no
                        AND (e.citation = g.citation OR e.citation LIKE g.citation || '(%'))
    GROUP BY e.set_no, l.guidance_no
), fires AS (
    SELECT r.profile_no, s.citations, max(g.required_exemptions) AS required,
           min(p.only_23_5 AND p.has_24_2) AS is_usual_pair,
           CASE WHEN count(*) = max(r.readings) THEN 'certain' ELSE 'possible' END AS certainty
    FROM reading r
    JOIN surplus p ON p.set_no = r.set_no AND p.guidance_no = r.guidance_in_force
    JOIN guidance g ON g.guidance_no = r.guidance_in_force
    JOIN exemption_set s ON s.set_no = r.set_no
    WHERE r.dated = 1 AND r.superseded = 0 AND r.regime = 'FOIA' AND r.position = 'ncnd'
    GROUP BY r.profile_no
)
SELECT a.force_no, a.tool_no, a.request_no, a.question_no,
       CASE WHEN f.is_usual_pair THEN 'info' ELSE 'low' END AS severity, f.certainty, 'answer' AS role,
       a.response_no, a.responded_earliest, a.responded_latest, f.citations, f.required
FROM fires f
CROSS JOIN answer a ON a.profile_no = f.profile_no
ORDER BY a.force_no, a.tool_no, a.request_no, a.question_no, a.response_no
