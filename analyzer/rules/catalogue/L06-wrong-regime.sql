-- id: L06
-- name: wrong-regime
-- title: Cites a section of the other Act
-- severity: high
-- basis: statute
-- about: citations
-- message: {force} answers under the {act} and cited {sections} about {tool} in {answer.letters}: of
--   the other Act.
-- rationale: The Acts number their exemptions differently; a section of the wrong one exempts nothing.
-- source: FOIA 2000; FOISA 2002; SEMANTICS.md 32, 55
-- remedy: Cite the section of the force's own Act.

WITH misplaced AS (
    SELECT set_no, group_concat(citation, ', ') AS sections
    FROM (SELECT set_no, citation FROM exemption_citation WHERE section_in = 'other' ORDER BY set_no, ordinal)
    GROUP BY set_no
)
SELECT a.force_no, a.tool_no, a.request_no, a.question_no, 'answer' AS role,
       a.response_no, a.responded_earliest, a.responded_latest, x.sections,
       CASE a.regime WHEN 'FOISA' THEN 'Scottish Act of 2002' ELSE 'Act of 2000' END AS act
FROM answer a
JOIN misplaced x ON x.set_no = a.set_no
WHERE a.position <> 'silent' AND a.regime <> 'other'
ORDER BY a.force_no, a.tool_no, a.request_no, a.question_no, a.response_no
