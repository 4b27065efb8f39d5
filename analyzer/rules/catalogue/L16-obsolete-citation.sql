-- id: L16
-- name: obsolete-citation
-- title: Cites a subsection that has been replaced, or one that cannot stand alone
-- severity: low
-- basis: statute
-- evidence: statute
-- about: citations
-- message: {force} cited {obsolete} about {tool} in {answer.letters}: {why}.
-- rationale: 40(5) was replaced by 40(5A) and 40(5B) on 25 May 2018; 31(2) lists purposes and exempts nothing
--   unless 31(1)(g), (h) or (i) is cited with it. Both usually come from an old template.
-- source: FOIA s31, s40 as amended by the Data Protection Act 2018; the statutory table's notes
-- remedy: Cite the subsection in force.

WITH cited AS (
    SELECT c.set_no, c.citation, x.citation AS row_citation, x.notes
    FROM exemption_citation c
    JOIN exemption x ON x.exemption_no = c.exemption_no
    WHERE x.regime = 'FOIA'
), slip AS (
    SELECT set_no, citation, 'the subsection has been replaced' AS why, 17676 AS since -- 25 May 2018
    FROM cited
    WHERE notes LIKE 'OBSOLETE%'
    UNION ALL
    SELECT set_no, citation, 'it exempts nothing without 31(1)', -2000000
    FROM cited c
    WHERE row_citation = '31(2)'
      AND NOT EXISTS (SELECT 1 FROM cited o WHERE o.set_no = c.set_no AND o.row_citation IN ('31(1)', '31(3)'))
)
SELECT a.force_no, a.tool_no, a.request_no, a.question_no,
       CASE WHEN coalesce(a.responded_earliest, -2000000) >= x.since THEN 'certain' ELSE 'possible' END AS certainty, 'answer' AS role,
       a.response_no, a.responded_earliest, a.responded_latest, x.citation AS obsolete, x.why
FROM slip x
CROSS JOIN answer a ON a.set_no = x.set_no
WHERE (a.position <> 'silent' OR a.partial_ncnd = 'yes') AND a.regime = 'FOIA' AND coalesce(a.responded_latest, a.open_latest, 4000000) >= x.since
ORDER BY a.force_no, a.tool_no, a.request_no, a.question_no, a.response_no, x.citation
