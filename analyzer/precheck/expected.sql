-- Used by expected.c.

-- name: precheck_facts
-- What the audit made of one row of the draft, the force's own letter before it, and the last order
-- to confirm or deny that measures a letter of that day (SEMANTICS 31, 54).
WITH draft AS (
    SELECT p.position, p.stance, p.regime, p.partial_ncnd, p.harm_test, p.public_interest_test, p.has_link, p.set_no,
           l.letter_no, l.force_no, l.tool_no, l.request_no, l.responded_earliest, l.responded_latest
    FROM response_meaning m
    JOIN profile p ON p.profile_no = m.profile_no
    JOIN letter l ON l.letter_no = m.letter_no
    WHERE m.response_no = :no
), before AS (
    SELECT l.position_on_use, l.date_responded, r.line
    FROM draft d
    JOIN letter l ON l.force_no = d.force_no AND l.tool_no = d.tool_no AND l.letter_no <> d.letter_no
    JOIN response r ON r.response_no = l.response_no
    WHERE l.position_on_use <> 'silent' AND l.responded_latest <= d.responded_earliest
    ORDER BY l.responded_earliest DESC, l.responded_latest DESC, l.stage_no DESC, l.request_no DESC
    LIMIT 1
), ruled AS (
    SELECT i.name || ':' || k.line AS source
    FROM draft d
    JOIN ruling_for o ON o.tool_no = d.tool_no
    JOIN ruling k ON k.ruling_no = o.ruling_no
    JOIN input_file i ON i.file_no = k.file_no
    WHERE k.ordered = 'confirm_or_deny' AND k.force_no = d.force_no
      AND o.certain_from <= d.responded_earliest AND o.certain_to >= d.responded_latest
    ORDER BY k.date_latest DESC, k.ruling_id
    LIMIT 1
), cited AS (
    SELECT c.citation, c.harm_test_needed, c.pit_needed
    FROM draft d
    JOIN exemption_citation c ON c.set_no = d.set_no
    ORDER BY c.ordinal
)
SELECT d.position, d.stance, d.regime, d.partial_ncnd, d.harm_test, d.public_interest_test, d.has_link,
       b.position_on_use AS own_position, b.date_responded AS own_date,
       (SELECT name FROM input_file WHERE kind = 'responses') || ':' || b.line AS own_source,
       (SELECT source FROM ruled) AS order_source,
       (SELECT max(harm_test_needed) FROM cited) AS harm_test_needed, (SELECT max(pit_needed) FROM cited) AS pit_needed,
       (SELECT group_concat(citation, ', ') FROM cited WHERE harm_test_needed) AS harm_citations,
       (SELECT group_concat(citation, ', ') FROM cited WHERE pit_needed) AS pit_citations
FROM draft d
LEFT JOIN before b;

-- name: precheck_asked
SELECT g.guidance_id, g.expects_confirm, g.expects_deny, g.expects_ncnd, replace(g.expected_stance, ';', ', ') AS expected_stances,
       g.expected_partial_ncnd, g.requires_link, i.name || ':' || g.line AS source
FROM guidance g
JOIN input_file i ON i.file_no = g.file_no
WHERE g.guidance_no = :no;

-- name: precheck_required
-- Each exemption that the advice asks for: cited or none. A letter that was read and cites nothing
-- cites none. A citation meets a listed one when it is that or a limb of it (SEMANTICS 69).
SELECT g.citation,
       CASE WHEN EXISTS (SELECT 1 FROM exemption_citation c
                         WHERE c.set_no = r.set_no
                           AND (c.citation = g.citation OR substr(c.citation, 1, length(g.citation) + 1) = g.citation || '('))
                THEN 'cited' ELSE 'none' END AS state
FROM guidance_exemption g
CROSS JOIN response r
WHERE g.guidance_no = :guidance_no AND r.response_no = :response_no
ORDER BY g.citation;
