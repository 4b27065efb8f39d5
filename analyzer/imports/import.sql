-- Used by import.c.

-- name: rejects_of_tried_pack
-- Of the files that an import writes; one made of nothing but a refused request takes its rows along.
SELECT i.kind AS file, r.line, r.column_name, r.code, r.value, r.message, r.suggestion
FROM reject r
JOIN input_file i ON i.file_no = r.file_no
WHERE i.origin = 'pack' AND i.kind IN ('responses', 'acknowledgements', 'circulation')
ORDER BY r.reject_no;

-- name: pack_row_of_line
SELECT pack_row_no, row_no FROM pack_row WHERE file = :file AND line = :line;

-- name: refuse_pack_row
UPDATE pack_row SET is_refused = 1 WHERE pack_row_no = :pack_row_no;

-- name: settle_refused_rows
-- A row of which nothing is left in the pack is rejected.
UPDATE import_row
SET fate = 'rejected', reason = (SELECT min(j.message) FROM import_reject j WHERE j.row_no = import_row.row_no)
WHERE fate = 'pack' AND NOT EXISTS (SELECT 1 FROM pack_row p WHERE p.row_no = import_row.row_no AND NOT p.is_refused);

-- name: count_import
SELECT (SELECT count(*) FROM source_file) AS files,
       (SELECT count(*) FROM source_file WHERE reason IS NOT NULL) AS unreadable,
       (SELECT count(*) FROM import_row WHERE part <> 'columns') AS rows,
       (SELECT count(*) FROM import_row WHERE fate = 'pack') AS pack,
       (SELECT count(*) FROM import_row WHERE fate = 'left_out') AS left_out,
       (SELECT count(*) FROM import_row WHERE fate = 'rejected') AS rejected,
       (SELECT count(*) FROM import_row WHERE fate = 'duplicate') AS duplicates,
       (SELECT count(*) FROM import_row WHERE fate = 'left_out' AND part <> 'data') AS headings,
       (SELECT count(*) FROM pack_row WHERE file = 'responses' AND NOT is_refused) AS responses,
       (SELECT count(*) FROM pack_row WHERE file = 'acknowledgements' AND NOT is_refused) AS acknowledgements,
       (SELECT count(*) FROM pack_row WHERE file = 'circulation' AND NOT is_refused) AS circulation,
       (SELECT count(*) FROM pack_row WHERE review IS NOT NULL AND NOT is_refused) AS review,
       (SELECT count(DISTINCT j.row_no) FROM import_reject j JOIN import_row i ON i.row_no = j.row_no AND i.fate = 'pack') AS part_rejected,
       (SELECT count(*) FROM import_unmapped) AS unmapped;

-- name: rows_left_out
SELECT i.row_no, coalesce((SELECT group_concat(c.words, ' | ') FROM (SELECT words FROM source_cell
                           WHERE row_no = i.row_no AND NOT is_filled AND words <> '' ORDER BY column_no) c), '') AS words
FROM import_row i
WHERE i.fate IN ('left_out', 'duplicate')
ORDER BY i.row_no;

-- name: set_left_out_words
UPDATE import_row SET words = :words WHERE row_no = :row_no;

-- name: note_refused_words
-- What the loader does not know, for the mapping file to fill in: the cell as the export has it.
INSERT INTO import_unmapped (field, words, rows, row_no)
SELECT f.field, f.words, count(DISTINCT j.row_no), min(j.row_no)
FROM import_reject j
JOIN import_field f ON f.row_no = j.row_no AND f.field = j.column_name
WHERE j.code IN ('not-in-list', 'unknown-force', 'unknown-collaboration', 'no-single-force', 'ambiguous-name', 'names-another-body')
GROUP BY f.field, f.words
ON CONFLICT DO NOTHING;

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

-- name: insert_import_map_note
INSERT INTO import_map_note (line, rule, field, value, reason, advice) VALUES (:line, :rule, coalesce(:field, ''), coalesce(:value, ''), :reason, :advice);

-- name: insert_pack_row
INSERT INTO pack_row (row_no, file, id, columns, review, other_stance, outcome, outcome_sha256, letter_no)
VALUES (:row_no, :file, :id, :columns, :review, :other_stance, :outcome, :outcome_sha256, :letter_no);

-- name: row_of_pack_id
SELECT row_no FROM pack_row WHERE file = :file AND id = :id COLLATE NOCASE ORDER BY pack_row_no LIMIT 1;

-- name: insert_pack_request
INSERT INTO pack_request (request_id, title, tool_id, source_url) VALUES (:request_id, :title, :tool_id, :source_url)
ON CONFLICT DO NOTHING;
