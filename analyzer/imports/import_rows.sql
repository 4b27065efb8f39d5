-- Used by import_rows.c, row_making.c and pack_rows.c.

-- name: mark_rows_seen_twice
-- Rows of which all fields say the same, or that have one key, are one: the first counts.
WITH said AS (
    SELECT f.row_no, coalesce(max(iif(f.field = 'key', 'key ' || f.words, NULL)),
                              json_group_array(json_array(f.field, f.words, f.link))) AS said
    FROM (SELECT * FROM import_field ORDER BY row_no, field) f
    JOIN import_row i ON i.row_no = f.row_no AND i.fate IS NULL
    WHERE f.field NOT LIKE 'heading%' OR f.field IN ('heading_tool', 'heading_request', 'heading_force')
    GROUP BY f.row_no
), first AS (
    SELECT row_no, min(row_no) OVER (PARTITION BY said) AS first_no FROM said
)
UPDATE import_row
SET fate = 'duplicate', reason = 'the same row stands further up', into_row_no = (SELECT first_no FROM first WHERE first.row_no = import_row.row_no)
WHERE row_no IN (SELECT row_no FROM first WHERE first_no < row_no);

-- name: note_broken_rows
-- Lines that could not be read: their one cell holds what could be shown, its comment why.
INSERT INTO import_reject (row_no, column_name, code, value, message, suggestion)
SELECT i.row_no, NULL, 'unreadable-row', c.words, c.comment, 'Mend the line in the export.'
FROM import_row i
JOIN source_cell c ON c.row_no = i.row_no AND c.kind = 'error' AND c.comment IS NOT NULL
WHERE i.part = 'data' AND (SELECT count(*) FROM source_cell x WHERE x.row_no = i.row_no) = 1
ORDER BY i.row_no;

-- name: reject_broken_rows
UPDATE import_row
SET fate = 'rejected', reason = (SELECT min(j.message) FROM import_reject j WHERE j.row_no = import_row.row_no)
WHERE row_no IN (SELECT row_no FROM import_reject WHERE code = 'unreadable-row');

-- name: open_import_rows
SELECT i.row_no, f.in_file, coalesce(t.name, '') AS table_name, r.line
FROM import_row i
JOIN source_row r ON r.row_no = i.row_no
JOIN source_table t ON t.table_no = r.table_no
JOIN source_file f ON f.file_no = t.file_no
WHERE i.part = 'data' AND i.fate IS NULL
ORDER BY i.row_no;

-- name: fields_of_import_row
SELECT field, words, coalesce(link, '') AS link, coalesce(comment, '') AS comment
FROM import_field
WHERE row_no = :row_no
ORDER BY column_no IS NULL, column_no, field;

-- name: set_import_fate
UPDATE import_row SET fate = :fate, reason = :reason, into_row_no = :into_row_no
WHERE row_no = :row_no AND (fate IS NULL OR (fate = 'left_out' AND :fate <> 'left_out') OR (:fate = 'pack'));

-- name: insert_import_reject
INSERT INTO import_reject (row_no, column_name, code, value, message, suggestion)
VALUES (:row_no, :column_name, :code, :value, :message, :suggestion);

-- name: insert_import_left_part
INSERT INTO import_left_part (row_no, words, reason) VALUES (:row_no, :words, :reason);

-- name: insert_import_unmapped
INSERT INTO import_unmapped (field, words, rows, row_no) VALUES (:field, :words, 1, :row_no)
ON CONFLICT (field, words) DO UPDATE SET rows = rows + 1;

-- name: insert_pack_row
INSERT INTO pack_row (row_no, file, id, columns, review, other_stance, outcome, outcome_sha256, letter_no)
VALUES (:row_no, :file, :id, :columns, :review, :other_stance, :outcome, :outcome_sha256, :letter_no);

-- name: row_of_pack_id
SELECT row_no FROM pack_row WHERE file = :file AND id = :id COLLATE NOCASE ORDER BY pack_row_no LIMIT 1;

-- name: insert_pack_request
INSERT INTO pack_request (request_id, title, tool_id, source_url) VALUES (:request_id, :title, :tool_id, :source_url)
ON CONFLICT DO NOTHING;

-- name: letter_read_last
-- The letter that was read last, and what it is surely read as where it answers as a whole.
SELECT l.letter_no, l.text_file,
       coalesce((SELECT count(*) = 1 AND max(p.review) = 0 FROM proposal p WHERE p.letter_no = l.letter_no), 0) AS is_sure,
       p.stance AS read_stance, p.partial_ncnd AS read_partial_ncnd, p.held_statement AS read_held_statement,
       p.use_statement AS read_use_statement, p.exemptions AS read_exemptions, p.harm_test AS read_harm_test,
       p.public_interest_test AS read_public_interest_test, p.link AS read_link, p.stage AS read_stage,
       p.reference AS read_reference, p.date_received AS read_date_received, p.date_responded AS read_date_responded,
       CASE WHEN p.confidence_n > 0
            THEN CAST(round(p.confidence * (p.confidence_n + 2) - 1) AS INTEGER) || ' of ' || p.confidence_n END AS read_coded_confidence,
       p.words_begin || '-' || p.words_end || ': ' || p.words AS read_coded_words
FROM read_letter l
LEFT JOIN proposal p ON p.letter_no = l.letter_no AND p.reading = 'A'
ORDER BY l.letter_no DESC, p.proposal_no
LIMIT 1;
