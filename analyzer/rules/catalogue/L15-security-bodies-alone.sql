-- id: L15
-- name: security-bodies-alone
-- title: NCND on 23(5) without 24(2)
-- severity: low
-- basis: regulator
-- evidence: statute
-- about: citations
-- message: {force} rested its NCND about {tool} in {answer.letters} on {citations}: 23(5) and not 24(2) beside
--   it.
-- rationale: The two NCND subsections do not exclude each other, and citing one alone can itself reveal which of
--   them applies. Where the request was about a security body by name, 23(5) alone may be right.
-- source: ICO, How sections 23 and 24 interact
-- remedy: Cite both at review, with the public-interest test for 24(2).

WITH alone AS (
    SELECT c.set_no
    FROM exemption_citation c
    JOIN exemption x ON x.exemption_no = c.exemption_no
    WHERE x.regime = 'FOIA'
    GROUP BY c.set_no
    HAVING max(x.citation = '23(5)') AND NOT max(x.citation = '24(2)')
)
SELECT a.force_no, a.tool_no, a.request_no, a.question_no, 'answer' AS role,
       a.response_no, a.responded_earliest, a.responded_latest, s.citations
FROM alone x
CROSS JOIN exemption_set s ON s.set_no = x.set_no
CROSS JOIN answer a ON a.set_no = x.set_no
WHERE (a.partial_ncnd = 'yes' OR (a.stance = 'ncnd' AND a.position = 'ncnd')) AND a.regime = 'FOIA'
ORDER BY a.force_no, a.tool_no, a.request_no, a.question_no, a.response_no
