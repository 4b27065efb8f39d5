-- Used by classify_output.c, new_pack.c.

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
    LEFT JOIN new_row n ON n.letter_no = p.letter_no AND n.question_id IS p.question_id
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

-- name: classify_unread
SELECT f.path, p.part, coalesce(p.reason, f.reason) AS reason
FROM letter_file f
LEFT JOIN letter_part p ON p.file_no = f.file_no
WHERE f.reason IS NOT NULL OR p.reason IS NOT NULL
ORDER BY f.file_no, p.part_no;

-- name: classify_counts
SELECT (SELECT count(*) FROM letter_file) AS files,
       (SELECT count(*) FROM letter_file WHERE reason IS NOT NULL) AS unreadable,
       (SELECT count(*) FROM letter_part) AS parts,
       (SELECT count(*) FROM letter_part WHERE reason IS NOT NULL) AS no_letters,
       (SELECT count(*) FROM read_letter) AS letters,
       (SELECT count(*) FROM read_letter l WHERE l.letter_no NOT IN (SELECT letter_no FROM proposal)) AS without_row,
       (SELECT count(*) FROM read_letter WHERE force_no IS NULL) AS without_force,
       (SELECT count(*) FROM (SELECT DISTINCT letter_no, question_id FROM proposal)) AS rows,
       (SELECT count(*) FROM (SELECT letter_no, question_id FROM proposal GROUP BY 1, 2 HAVING max(review))) AS review;

-- name: classify_rows
-- What is read, letter by letter, for people.
SELECT l.letter_id, l.source_file, l.part, l.response_id, f.name AS force, l.force_from,
       coalesce(p.question_id, l.question_id) AS question_id, p.reading, p.stance, p.partial_ncnd, p.exemptions,
       p.review, p.flags, p.words
FROM read_letter l
LEFT JOIN proposal p ON p.letter_no = l.letter_no
LEFT JOIN force f ON f.force_no = l.force_no
ORDER BY l.letter_no, p.proposal_no;

-- name: classify_zones
SELECT l.letter_id, z.zone, z.begins, z.ends, z.because
FROM letter_zone z
JOIN read_letter l ON l.letter_no = z.letter_no
WHERE z.letter_no = :letter_no
ORDER BY z.begins, z.ends;

-- name: classify_acts
SELECT act, phrase, mood, scope, weight, questions, zone, begins, ends, words, why_not
FROM letter_act
WHERE letter_no = :letter_no
ORDER BY begins, ends, act;

-- name: classify_letters
SELECT l.letter_no, l.letter_id, l.source_file, l.source_sha256, l.part, l.response_id, l.text_file, l.text_sha256,
       f.force_id, l.force_from, l.request_id, l.tool_id, l.notes
FROM read_letter l
LEFT JOIN force f ON f.force_no = l.force_no
ORDER BY l.letter_no;

-- name: classify_proposals_of
SELECT question_id, reading, coding_id, stance, partial_ncnd, held_statement, use_statement, exemptions, harm_test,
       public_interest_test, link, stage, reference, date_received, date_responded, position, confidence,
       confidence_row, confidence_n, iif(review, 'yes', 'no') AS review, flags, spans AS spans_json, words
FROM proposal
WHERE letter_no = :letter_no
ORDER BY proposal_no;
