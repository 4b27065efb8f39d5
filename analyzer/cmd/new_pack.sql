-- Used by new_pack.c; new_pack_texts by classify_output.c too.

-- name: new_pack_texts
-- Extracted texts, each once.
SELECT text_file, text FROM read_letter WHERE part_no IS NOT NULL GROUP BY text_file ORDER BY text_file;

-- name: new_pack_differences
SELECT kind, as_cell(response_id) AS response_id, as_cell(question_id) AS question_id, field, as_cell(yours) AS yours,
       as_cell(proposed) AS proposed
FROM filled_difference
ORDER BY rowid;

-- name: new_pack_whose
-- Files with letters whose force nobody knows, for a person to fill in.
SELECT as_cell(l.source_file) AS file, '' AS force_id, as_cell(shorten(replace(min(l.opening), char(10), ' '), 120)) AS begins
FROM (SELECT source_file, ltrim(substr(text, 1, 160), char(9, 10, 32)) AS opening, letter_no
      FROM read_letter WHERE force_no IS NULL) l
GROUP BY l.source_file
ORDER BY min(l.letter_no);

-- name: classify_proposals
-- For people with a spreadsheet: what would be a formula there is text with an apostrophe before it.
WITH shown AS (
    SELECT l.letter_id, coalesce(n.new_id, l.response_id) AS response_id, l.source_file, l.source_sha256, l.text_file, l.text_sha256, l.part, f.force_id, l.request_id,
           l.tool_id, coalesce(p.question_id, l.question_id) AS question_id, l.topic, coalesce(l.stage, p.stage) AS stage,
           coalesce(l.reference, p.reference) AS reference, coalesce(l.date_received, p.date_received) AS date_received,
           coalesce(l.date_responded, p.date_responded) AS date_responded, p.reading, p.coding_id, p.stance,
           p.partial_ncnd, p.held_statement, p.use_statement, p.exemptions, p.harm_test, p.public_interest_test, p.link,
           p.position, round(p.confidence, 3) AS confidence, round(p.confidence_row, 3) AS confidence_row, p.confidence_n,
           iif(p.review, 'yes', 'no') AS review, p.flags, p.spans, p.words, p.proposal_no
    FROM proposal p
    JOIN read_letter l ON l.letter_no = p.letter_no
    LEFT JOIN force f ON f.force_no = l.force_no
    LEFT JOIN filled_row n ON n.letter_no = p.letter_no AND n.question_id IS p.question_id
)
SELECT letter_id, as_cell(response_id) AS response_id, as_cell(source_file) AS source_file, source_sha256, as_cell(text_file) AS text_file, text_sha256,
       as_cell(part) AS part, as_cell(force_id) AS force_id, as_cell(request_id) AS request_id,
       as_cell(tool_id) AS tool_id, as_cell(question_id) AS question_id, topic, stage, as_cell(reference) AS reference,
       date_received, date_responded, reading, coding_id, stance, partial_ncnd, held_statement, use_statement,
       as_cell(exemptions) AS exemptions, harm_test, public_interest_test, as_cell(link) AS link, position, confidence,
       confidence_row, confidence_n, review, flags, spans, as_cell(words) AS words, (SELECT classifier FROM classifier) AS classifier,
       '' AS decision, '' AS d_force_id, '' AS d_request_id, '' AS d_tool_id, '' AS d_question_id, '' AS d_stage,
       '' AS d_reference, '' AS d_date_received, '' AS d_date_responded, '' AS d_stance, '' AS d_partial_ncnd,
       '' AS d_held_statement, '' AS d_use_statement, '' AS d_exemptions, '' AS d_harm_test,
       '' AS d_public_interest_test, '' AS d_link, '' AS decided_by, '' AS decided_on, '' AS reason
FROM shown
ORDER BY proposal_no;
