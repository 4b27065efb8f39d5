-- Used by import_output.c, import_print.c and cmd_import.c.

-- name: imported_responses
-- For people with a spreadsheet: what would be a formula there has an apostrophe before it, which the loader takes away.
SELECT as_cell(columns ->> 'response_id') AS response_id, as_cell(columns ->> 'force_id') AS force_id,
       as_cell(columns ->> 'request_id') AS request_id, as_cell(columns ->> 'question_id') AS question_id,
       as_cell(columns ->> 'topic') AS topic, as_cell(columns ->> 'tool_id') AS tool_id,
       as_cell(columns ->> 'stage') AS stage, as_cell(columns ->> 'reference') AS reference,
       as_cell(columns ->> 'applicant_kind') AS applicant_kind, as_cell(columns ->> 'date_received') AS date_received,
       as_cell(columns ->> 'date_responded') AS date_responded, as_cell(columns ->> 'stance') AS stance,
       as_cell(columns ->> 'partial_ncnd') AS partial_ncnd, as_cell(columns ->> 'held_statement') AS held_statement,
       as_cell(columns ->> 'use_statement') AS use_statement, as_cell(columns ->> 'exemptions') AS exemptions,
       as_cell(columns ->> 'harm_test') AS harm_test,
       as_cell(columns ->> 'public_interest_test') AS public_interest_test, as_cell(columns ->> 'link') AS link,
       as_cell(columns ->> 'text') AS text, as_cell(columns ->> 'text_file') AS text_file,
       as_cell(columns ->> 'source_url') AS source_url, as_cell(columns ->> 'retrieved_on') AS retrieved_on,
       as_cell(columns ->> 'note') AS note, as_cell(columns ->> 'coded_by') AS coded_by,
       as_cell(columns ->> 'coded_confidence') AS coded_confidence, as_cell(columns ->> 'coded_words') AS coded_words
FROM pack_row
WHERE file = 'responses' AND NOT is_refused
ORDER BY pack_row_no;

-- name: imported_acknowledgements
-- The same.
SELECT as_cell(columns ->> 'acknowledgement_id') AS acknowledgement_id, as_cell(columns ->> 'force_id') AS force_id,
       as_cell(columns ->> 'collaboration_id') AS collaboration_id, as_cell(columns ->> 'tool_id') AS tool_id,
       as_cell(columns ->> 'topic') AS topic, as_cell(columns ->> 'kind') AS kind,
       as_cell(columns ->> 'publisher') AS publisher, as_cell(columns ->> 'date_published') AS date_published,
       as_cell(columns ->> 'date_withdrawn') AS date_withdrawn, as_cell(columns ->> 'summary') AS summary,
       as_cell(columns ->> 'source_url') AS source_url, as_cell(columns ->> 'retrieved_on') AS retrieved_on,
       as_cell(columns ->> 'note') AS note
FROM pack_row
WHERE file = 'acknowledgements' AND NOT is_refused
ORDER BY pack_row_no;

-- name: imported_circulation
-- The same.
SELECT as_cell(columns ->> 'request_id') AS request_id, as_cell(columns ->> 'force_id') AS force_id,
       as_cell(columns ->> 'received') AS received, as_cell(columns ->> 'date_received') AS date_received,
       as_cell(columns ->> 'source_url') AS source_url, as_cell(columns ->> 'note') AS note
FROM pack_row
WHERE file = 'circulation' AND NOT is_refused
ORDER BY pack_row_no;

-- name: imported_requests
-- Those that a row of the pack names, with the first title that was met.
SELECT as_cell(q.request_id) AS request_id, as_cell(q.title) AS title, as_cell(q.tool_id) AS tool_id, q.source_url
FROM pack_request q
WHERE EXISTS (SELECT 1 FROM pack_row p WHERE NOT p.is_refused AND p.columns ->> 'request_id' = q.request_id)
ORDER BY q.request_id;

-- name: number_pack_lines
UPDATE pack_row SET line = (SELECT n.line FROM (SELECT pack_row_no, 1 + row_number() OVER (PARTITION BY file ORDER BY pack_row_no) AS line
                                                FROM pack_row) n WHERE n.pack_row_no = pack_row.pack_row_no);

-- name: import_provenance
-- Every row of the pack, and every row of an export that it comes from.
WITH origin AS (
    SELECT row_no, row_no AS from_no FROM import_row
    UNION ALL
    SELECT into_row_no, row_no FROM import_row WHERE fate = 'duplicate' AND into_row_no IS NOT NULL
)
SELECT p.file || '.csv' AS file, as_cell(p.id) AS id, as_cell(f.in_file) AS in_file, r.line, as_cell(r.record) AS record, f.sha256,
       :profile AS profile, :version AS profile_version
FROM pack_row p
JOIN origin o ON o.row_no = p.row_no
JOIN source_row r ON r.row_no = o.from_no
JOIN source_table t ON t.table_no = r.table_no
JOIN source_file f ON f.file_no = t.file_no
WHERE NOT p.is_refused
ORDER BY p.file <> 'responses', p.file, p.pack_row_no, r.row_no;

-- name: import_left_out
SELECT as_cell(in_file) AS in_file, line, as_cell(record) AS record, as_cell(words) AS words, as_cell(reason) AS reason
FROM (
    SELECT r.row_no, f.file_no, f.in_file, r.line, r.record, i.words,
           i.reason || iif(i.fate = 'duplicate' AND o.line IS NOT NULL, ' (' || of.in_file || ':' || o.line || ')', '') AS reason
    FROM import_row i
    JOIN source_row r ON r.row_no = i.row_no
    JOIN source_table t ON t.table_no = r.table_no
    JOIN source_file f ON f.file_no = t.file_no
    LEFT JOIN source_row o ON o.row_no = i.into_row_no
    LEFT JOIN source_table ot ON ot.table_no = o.table_no
    LEFT JOIN source_file of ON of.file_no = ot.file_no
    WHERE i.fate IN ('left_out', 'duplicate')
    UNION ALL
    SELECT r.row_no, f.file_no, f.in_file, r.line, r.record, l.words, l.reason
    FROM import_left_part l
    JOIN import_row i ON i.row_no = l.row_no AND i.fate <> 'left_out'
    JOIN source_row r ON r.row_no = l.row_no
    JOIN source_table t ON t.table_no = r.table_no
    JOIN source_file f ON f.file_no = t.file_no
    UNION ALL
    SELECT 0, file_no, in_file, NULL, NULL, NULL, 'the file could not be read: ' || reason FROM source_file WHERE reason IS NOT NULL
)
ORDER BY file_no, row_no, words;

-- name: import_rejects
SELECT as_cell(f.in_file) AS in_file, r.line, as_cell(r.record) AS record, j.column_name AS "column", j.code, as_cell(j.value) AS value,
       as_cell(j.message) AS message, as_cell(j.suggestion) AS suggestion
FROM import_reject j
JOIN source_row r ON r.row_no = j.row_no
JOIN source_table t ON t.table_no = r.table_no
JOIN source_file f ON f.file_no = t.file_no
ORDER BY j.row_no, j.reject_no;

-- name: import_unmapped_rules
-- A mapping file to fill in: what its columns and words mean.
SELECT rule, field, as_cell("from") AS "from", '' AS "when", '' AS "to", as_cell(note) AS note
FROM (
    SELECT 1 AS place, 'column' AS rule, '' AS field, k.heading AS "from",
           'a column of ' || min(f.in_file) || ' that is not used' AS note, min(k.column_no) AS order_no
    FROM import_column k
    JOIN source_table t ON t.table_no = k.table_no
    JOIN source_file f ON f.file_no = t.file_no
    WHERE NOT k.is_known
    GROUP BY k.heading
    UNION ALL
    SELECT 2, 'value', u.field, u.words,
           u.rows || ' ' || plural(u.rows, 'row', 'rows') || ', first ' || f.in_file || coalesce(':' || r.line, ''), u.row_no
    FROM import_unmapped u
    JOIN source_row r ON r.row_no = u.row_no
    JOIN source_table t ON t.table_no = r.table_no
    JOIN source_file f ON f.file_no = t.file_no
)
ORDER BY place, field, order_no, "from";

-- name: fill_cell_letters
-- Notes of somebody that a person must look at stand among the letters that were read.
INSERT INTO read_letter (letter_no, letter_id, part_no, response_id, source_file, source_sha256, part, text_sha256, text, force_no,
                         force_from, request_id, tool_id, question_id, stage, reference, date_received, date_responded)
SELECT (SELECT coalesce(max(letter_no), 0) FROM read_letter) + row_number() OVER (ORDER BY p.pack_row_no),
       short_digest(p.file || p.id || coalesce(p.outcome_sha256, '')), NULL, p.id, f.in_file, f.sha256,
       coalesce(r.record, 'line ' || r.line), p.outcome_sha256, coalesce(p.outcome, ''), c.force_no, iif(c.force_no IS NULL, 'nothing', 'pack'),
       p.columns ->> 'request_id', p.columns ->> 'tool_id', p.columns ->> 'question_id', p.columns ->> 'stage',
       p.columns ->> 'reference', p.columns ->> 'date_received', coalesce(p.columns ->> 'date_responded', p.columns ->> 'date_published')
FROM pack_row p
JOIN source_row r ON r.row_no = p.row_no
JOIN source_table t ON t.table_no = r.table_no
JOIN source_file f ON f.file_no = t.file_no
LEFT JOIN force c ON c.force_id = p.columns ->> 'force_id'
WHERE p.review IS NOT NULL AND NOT p.is_refused;

-- name: fill_cell_proposals
WITH cell AS (
    SELECT p.*, l.letter_no AS cell_no FROM pack_row p
    JOIN read_letter l ON l.response_id = p.id AND l.part_no IS NULL
    WHERE p.review IS NOT NULL AND NOT p.is_refused
), reading AS (
    SELECT c.*, 'A' AS reading, iif(c.columns ->> 'stance' IN ('unread', 'other') AND c.other_stance IS NOT NULL, 'held_exempt', c.columns ->> 'stance') AS stance FROM cell c
    UNION ALL
    SELECT c.*, 'B', c.other_stance FROM cell c WHERE c.other_stance IS NOT NULL
)
INSERT INTO proposal (letter_no, question_id, reading, coding_id, stance, partial_ncnd, exemptions, stage, reference, date_received,
                      date_responded, position, confidence_n, review, flags, spans, words)
SELECT cell_no, columns ->> 'question_id', reading, 'note', stance, iif(reading = 'A', columns ->> 'partial_ncnd', NULL), columns ->> 'exemptions',
       columns ->> 'stage', columns ->> 'reference', columns ->> 'date_received', columns ->> 'date_responded',
       coalesce((SELECT s.position FROM stance s WHERE s.stance = reading.stance), 'silent'),
       0, 1, review, '{}', outcome
FROM reading
ORDER BY pack_row_no, reading;

-- name: name_letters_of_pack
UPDATE read_letter SET response_id = (SELECT p.id FROM pack_row p WHERE p.letter_no = read_letter.letter_no)
WHERE letter_no IN (SELECT letter_no FROM pack_row WHERE letter_no > 0);

-- name: import_unreadable
SELECT in_file AS file, reason FROM source_file WHERE reason IS NOT NULL ORDER BY file_no;

-- name: import_reasons
-- Why rows are not in the pack, the most frequent reasons first.
SELECT reason, count(*) AS rows FROM import_row WHERE fate IN ('left_out', 'rejected', 'duplicate')
GROUP BY reason ORDER BY fate, count(*) DESC, reason LIMIT 12;

-- name: import_has_proposals
SELECT 1 AS n FROM proposal LIMIT 1;
