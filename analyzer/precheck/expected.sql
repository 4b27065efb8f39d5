-- Used by expected.c, and by the dossiers of the report: what is asked of an answer, and by whom.
-- The answer is a row of the pack; without :response_no it is one that the force would give about
-- the tool on that day, and nothing is found in it.

-- name: expected_by_advice
-- What one row of advice asks of an answer, and what the answer does. A letter that was read and
-- cites nothing cites none; a citation meets a listed one when it is that or a limb of it
-- (SEMANTICS 69).
WITH asked AS (
    SELECT g.*, i.name || ':' || g.line AS origin, (SELECT regime FROM force WHERE force_id = :force_id) AS regime
    FROM guidance g
    JOIN input_file i ON i.file_no = g.file_no
    WHERE g.guidance_no = :guidance_no
), given AS (
    SELECT p.position, p.stance, p.partial_ncnd, p.has_link, p.set_no
    FROM response_meaning m
    JOIN profile p ON p.profile_no = m.profile_no
    WHERE m.response_no = :response_no
), line AS (
    SELECT 1 AS place, '' AS detail, 'position' AS element, a.origin,
           coalesce(substr(iif(a.expects_confirm, ' or confirm', '') || iif(a.expects_deny, ' or deny', '')
                           || iif(a.expects_ncnd, ' or ncnd', ''), 5), '') AS positions,
           replace(a.expected_stance, ';', ', ') AS wanted,
           iif(d.position = 'silent', 'none', d.position) || ' (' || d.stance || ')' AS found,
           CASE WHEN d.position = 'silent' THEN 'not judged'
                WHEN d.position = 'confirm' AND a.expects_confirm OR d.position = 'deny' AND a.expects_deny
                  OR d.position = 'ncnd' AND a.expects_ncnd THEN 'met' ELSE 'other' END AS result
    FROM asked a
    LEFT JOIN given d
    UNION ALL
    SELECT 2, '', 'partial NCND', a.origin, NULL, 'of information that may or may not be held on covert use',
           iif(d.position = 'ncnd', 'the whole is neither confirmed nor denied', d.partial_ncnd),
           CASE WHEN d.position = 'ncnd' THEN 'other' WHEN d.partial_ncnd = 'yes' THEN 'met'
                WHEN d.partial_ncnd = 'no' THEN 'missing' ELSE 'not judged' END
    FROM asked a
    LEFT JOIN given d
    WHERE a.expected_partial_ncnd
    UNION ALL
    SELECT 3, e.citation, 'exemption ' || e.citation, a.origin, NULL,
           iif(a.regime = 'FOIA', 'cited', 'cited (the advice names FOIA subsections)'),
           CASE WHEN a.regime = 'FOISA' THEN 'section 18 FOISA is the form of this force''s Act'
                WHEN a.regime <> 'FOIA' THEN 'this force is under neither Act'
                WHEN EXISTS (SELECT 1 FROM exemption_citation c
                             WHERE c.set_no = d.set_no
                               AND (c.citation = e.citation
                                    OR substr(c.citation, 1, length(e.citation) + 1) = e.citation || '(')) THEN 'cited'
                ELSE 'none' END, NULL
    FROM asked a
    JOIN guidance_exemption e ON e.guidance_no = a.guidance_no
    LEFT JOIN given d
    UNION ALL
    SELECT 4, '', 'link', a.origin, NULL, 'an address of what is public', iif(d.has_link, 'given', 'none'),
           iif(d.has_link, 'met', 'missing')
    FROM asked a
    LEFT JOIN given d
    WHERE a.requires_link
)
SELECT element, iif(place = 1, iif(positions = '', 'no position', positions) || ' (' || wanted || ')', wanted) AS wanted,
       found, coalesce(result, CASE found WHEN 'cited' THEN 'met' WHEN 'none' THEN 'missing' ELSE 'not judged' END) AS result,
       'advice' AS basis, origin AS source
FROM line
ORDER BY place, detail;

-- name: expected_otherwise
-- What statute asks for what the answer cites, an order to confirm or deny that measures a letter of
-- that day (SEMANTICS 54), and the letter of the force's own that stood last before it (SEMANTICS 31).
WITH answer AS (
    SELECT l.letter_no, l.force_no, l.tool_no, l.responded_earliest AS day_earliest, l.responded_latest AS day_latest,
           p.position, p.harm_test, p.public_interest_test, p.set_no
    FROM response_meaning m
    JOIN profile p ON p.profile_no = m.profile_no
    JOIN letter l ON l.letter_no = m.letter_no
    WHERE m.response_no = :response_no
    UNION ALL
    SELECT NULL, f.force_no, t.tool_no, :day_earliest, :day_latest, NULL, NULL, NULL, NULL
    FROM force f
    JOIN tool t ON t.tool_id = :tool_id
    WHERE f.force_id = :force_id AND :response_no IS NULL
), cited AS (
    SELECT c.citation, c.harm_test_needed, c.pit_needed
    FROM answer a
    JOIN exemption_citation c ON c.set_no = a.set_no
    ORDER BY c.ordinal
), before AS (
    SELECT l.position_on_use, l.date_responded, r.line
    FROM answer a
    JOIN letter l ON l.force_no = a.force_no AND l.tool_no = a.tool_no AND l.letter_no IS NOT a.letter_no
    JOIN response r ON r.response_no = l.response_no
    JOIN request q ON q.request_no = l.request_no
    WHERE l.position_on_use <> 'silent' AND l.responded_latest <= a.day_earliest
    ORDER BY l.responded_earliest DESC, l.responded_latest DESC, l.stage_no DESC, q.request_id DESC
    LIMIT 1
), ruled AS (
    SELECT i.name || ':' || k.line AS source
    FROM answer a
    JOIN ruling_for o ON o.tool_no = a.tool_no
    JOIN ruling k ON k.ruling_no = o.ruling_no
    JOIN input_file i ON i.file_no = k.file_no
    WHERE k.ordered = 'confirm_or_deny' AND k.force_no = a.force_no
      AND o.certain_from <= a.day_earliest AND o.certain_to >= a.day_latest
    ORDER BY k.date_latest DESC, k.ruling_id
    LIMIT 1
), test AS (
    SELECT 1 AS place, 'harm test' AS element, group_concat(c.citation, ', ') AS citations, a.harm_test AS found
    FROM cited c
    CROSS JOIN answer a
    WHERE c.harm_test_needed
    UNION ALL
    SELECT 2, 'public interest test', group_concat(c.citation, ', '), a.public_interest_test
    FROM cited c
    CROSS JOIN answer a
    WHERE c.pit_needed
), line AS (
    SELECT place, element, 'for ' || citations AS wanted, found,
           CASE found WHEN 'yes' THEN 'met' WHEN 'no' THEN 'missing' ELSE 'not judged' END AS result,
           'statute' AS basis, 'exemptions.csv' AS source
    FROM test
    WHERE citations IS NOT NULL
    UNION ALL
    SELECT 3, 'order to confirm or deny', 'confirm or deny', iif(a.position = 'silent', 'none', a.position),
           CASE a.position WHEN 'silent' THEN 'not judged' WHEN 'ncnd' THEN 'other' ELSE 'met' END, 'regulator', u.source
    FROM answer a
    CROSS JOIN ruled u
    UNION ALL
    SELECT 4, 'own earlier letter', b.position_on_use || ', as on ' || b.date_responded,
           iif(a.position = 'silent', 'none', a.position),
           CASE WHEN a.position = 'silent' THEN 'not judged' WHEN a.position = b.position_on_use THEN 'met' ELSE 'other' END,
           'consistency', (SELECT name FROM input_file WHERE kind = 'responses') || ':' || b.line
    FROM answer a
    CROSS JOIN before b
)
SELECT element, wanted, found, result, basis, source
FROM line
ORDER BY place;
