-- id: L13
-- name: foisa-ncnd-incomplete
-- title: Scottish NCND without section 18 or without a section that it may go with
-- severity: high
-- basis: statute
-- shares-cause-with: L03
-- evidence: statute
-- about: citations
-- message: {force} neither confirmed nor denied about {tool} in {answer.letters}, citing {citations}: under the
--   Scottish Act that needs section 18 together with a section from 28 to 35, 38, 39(1) or 41, and {lacking}.
-- rationale: Section 18 is the one NCND provision of the Scottish Act, and it works only through one of the
--   exemptions that it lists.
-- source: FOISA s18(1); Scottish Information Commissioner, decisions 068/2017 and 100/2013
-- remedy: Send the notice again with section 18 and the section it rests on.

WITH basis AS (           -- what a Scottish set of citations has of the two
    SELECT set_no, max(is_own AND section = 18) AS has_18,
           max(is_own AND (section BETWEEN 28 AND 35 OR section IN (38, 41)
                           OR citation IN ('39', '39(1)') OR citation LIKE '39(1)(%')) AS has_companion,
           max(is_apart) AS has_regulations -- an NCND of theirs is none of this Act
    FROM (SELECT c.set_no, c.citation, c.act = 'FOISA' AS is_own, c.act IN ('EIR', 'EISR', 'DPA') AS is_apart,
                 CAST(substr(c.citation, 1, instr(c.citation || '(', '(') - 1) AS INTEGER) AS section
          FROM exemption_citation c
          JOIN exemption_set s ON s.set_no = c.set_no
          WHERE s.regime = 'FOISA')
    GROUP BY set_no
)
SELECT a.force_no, a.tool_no, a.request_no, a.question_no, 'answer' AS role,
       a.response_no, a.responded_earliest, a.responded_latest, s.citations,
       CASE WHEN b.has_18 THEN 'none of these is cited' WHEN b.has_companion THEN 'section 18 is not cited'
            ELSE 'neither is cited' END AS lacking
FROM basis b
CROSS JOIN exemption_set s ON s.set_no = b.set_no
CROSS JOIN answer a ON a.set_no = b.set_no
WHERE a.regime = 'FOISA' AND a.stance = 'ncnd' AND a.position = 'ncnd' AND NOT (b.has_18 AND b.has_companion)
  AND NOT b.has_regulations
ORDER BY a.force_no, a.tool_no, a.request_no, a.question_no, a.response_no
