-- Used by import_print.c.

-- name: import_columns_found
SELECT f.in_file AS file, coalesce(t.name, '') AS "table", k.heading, iif(k.field LIKE 'beside%', 'note', k.field) AS field, k.is_known
FROM import_column k
JOIN source_table t ON t.table_no = k.table_no
JOIN source_file f ON f.file_no = t.file_no
ORDER BY k.table_no, k.column_no;

-- name: import_first_rows
SELECT p.file, f.in_file || coalesce(':' || r.line, ' ' || r.record, '') AS place, p.columns AS columns_json, p.review
FROM pack_row p
JOIN source_row r ON r.row_no = p.row_no
JOIN source_table t ON t.table_no = r.table_no
JOIN source_file f ON f.file_no = t.file_no
WHERE NOT p.is_refused
ORDER BY p.pack_row_no
LIMIT 5;

-- name: import_map_notes
SELECT line, rule, field, value, reason, advice FROM import_map_note ORDER BY line, rowid;

-- name: import_notices
SELECT f.in_file AS file, n.line, n.code, n.words
FROM source_notice n
JOIN source_file f ON f.file_no = n.file_no
ORDER BY n.file_no, n.rowid;

-- name: import_without_tool
SELECT count(*) AS rows FROM pack_row WHERE file <> 'circulation' AND NOT is_refused AND columns ->> 'tool_id' IS NULL;

-- name: import_last_day
-- Where the last day of the pack is one on which a request was sent, and no answer: that day.
SELECT max(columns ->> 'date_received') AS day
FROM pack_row
WHERE NOT is_refused
HAVING day > coalesce((SELECT max(coalesce(columns ->> 'date_responded', columns ->> 'date_published')) FROM pack_row WHERE NOT is_refused), '');
