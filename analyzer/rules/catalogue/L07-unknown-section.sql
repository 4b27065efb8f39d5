-- id: L07
-- name: unknown-section
-- title: Cites a section that neither Act has
-- severity: medium
-- basis: statute
-- shares-cause-with: G06, G16, L03, L13, L17, T10, T11
-- about: citations
-- message: {force} cited {sections} about {tool} in {answer.letters}: neither Act has such an
--   exemption.
-- rationale: Usually a slip of the pen, or of whoever coded the letter; either way the notice names no
--   exemption.
-- source: FOIA 2000; FOISA 2002; SEMANTICS.md 32
-- remedy: Read the letter again; correct the coding or the letter.

WITH misplaced AS (
    SELECT set_no, group_concat(citation, ', ') AS sections
    FROM (SELECT set_no, citation FROM exemption_citation WHERE section_in = 'neither' ORDER BY set_no, ordinal)
    GROUP BY set_no
)
SELECT a.force_no, a.tool_no, a.request_no, a.question_no, 'answer' AS role,
       a.response_no, a.responded_earliest, a.responded_latest, x.sections
FROM answer a
JOIN misplaced x ON x.set_no = a.set_no
WHERE a.position <> 'silent' AND a.regime <> 'other'
ORDER BY a.force_no, a.tool_no, a.request_no, a.question_no, a.response_no
