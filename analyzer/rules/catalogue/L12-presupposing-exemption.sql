-- id: L12
-- name: presupposing-exemption
-- title: NCND beside a ground that presupposes holding
-- severity: medium
-- basis: statute
-- evidence: statute
-- about: citations
-- message: {force} neither confirmed nor denied about {tool} in {answer.letters} and cited {grounds} beside it,
--   which presupposes that the information is held.
-- rationale: A cost estimate, a publication to which one is sent, or harm in disclosure can only be about
--   information that there is. NCND needs no search at all; such a ground says that there was one.
-- source: FOIA s2, s12(1), s17(1), s21, s22(1), s43(2); FOISA s12(1), s18, s25, s27(1)
-- remedy: Drop the ground at review, or cite the NCND subsection of its section.

WITH cited AS (           -- with the leading number of each section
    SELECT c.set_no, c.ordinal, c.citation, c.is_ncnd, x.kind, x.citation AS row_citation, s.regime,
           substr(c.citation, 1, instr(c.citation || '(', '(') - 1) AS section
    FROM exemption_citation c
    JOIN exemption_set s ON s.set_no = c.set_no
    LEFT JOIN exemption x ON x.exemption_no = c.exemption_no
    WHERE c.section_in = 'own' -- the force's own Act, whatever else is named
      AND s.ncnd_key <> '' -- else it is L03's
), always(regime, citation) AS (VALUES
    ('FOIA', '12(1)'), ('FOIA', '21'), ('FOISA', '12(1)'), ('FOISA', '25'), ('FOISA', '27(1)')
), ground AS (
    SELECT c.set_no, c.ordinal, c.citation
    FROM cited c
    WHERE EXISTS (SELECT 1 FROM always w
                  WHERE w.regime = c.regime AND (c.citation = w.citation OR c.citation LIKE w.citation || '(%'))
       OR (c.regime = 'FOIA' AND c.is_ncnd = 0 AND c.kind IN ('absolute', 'qualified') AND c.row_citation <> '31(2)'
           AND NOT EXISTS (SELECT 1 FROM cited n
                           WHERE n.set_no = c.set_no AND n.section = c.section AND n.is_ncnd = 1))
), grounds AS (
    SELECT set_no, group_concat(citation, ', ') AS grounds
    FROM (SELECT * FROM ground ORDER BY set_no, ordinal)
    GROUP BY set_no
)
SELECT a.force_no, a.tool_no, a.request_no, a.question_no, 'answer' AS role,
       a.response_no, a.responded_earliest, a.responded_latest, g.grounds
FROM grounds g
CROSS JOIN answer a ON a.set_no = g.set_no
WHERE a.stance = 'ncnd' AND a.position = 'ncnd' AND a.partial_ncnd <> 'yes' AND a.regime <> 'other'
ORDER BY a.force_no, a.tool_no, a.request_no, a.question_no, a.response_no
