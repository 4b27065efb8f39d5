-- Used by layout.c.

-- name: layout_tables
SELECT table_no, coalesce(name, '') AS name, coalesce(title, '') AS title, coalesce(address, '') AS address, has_headings
FROM source_table
ORDER BY table_no;

-- name: insert_import_row
INSERT INTO import_row (row_no, part, fate, reason)
VALUES (:row_no, :part, iif(:part IN ('data', 'columns'), NULL, 'left_out'),
        CASE :part WHEN 'title' THEN 'a title above the columns'
                   WHEN 'header' THEN 'the headings of the columns again'
                   WHEN 'heading' THEN 'a heading between the rows'
                   WHEN 'total' THEN 'a total' END);

-- name: leave_table_out
INSERT INTO import_row (row_no, part, fate, reason)
SELECT row_no, 'title', 'left_out', :reason FROM source_row WHERE table_no = :table_no;

-- name: insert_import_column
INSERT INTO import_column (table_no, column_no, heading, field, is_known)
VALUES (:table_no, :column_no, :heading, :field, :is_known);

-- name: insert_heading_field
-- What a heading says about a row below it, where the row itself says nothing.
INSERT INTO import_field (row_no, field, words, kind)
VALUES (:row_no, :field, :words, 'text')
ON CONFLICT DO NOTHING;

-- name: fill_import_fields
INSERT INTO import_field (row_no, field, words, kind, link, comment, column_no)
SELECT c.row_no, k.field, iif(k.field LIKE 'beside%', k.heading || ': ' || c.words, c.words), c.kind, c.link, c.comment, c.column_no
FROM import_column k
JOIN source_row r ON r.table_no = k.table_no
JOIN import_row i ON i.row_no = r.row_no AND i.part = 'data'
JOIN source_cell c ON c.row_no = r.row_no AND c.column_no = k.column_no
WHERE k.field IS NOT NULL AND k.table_no = :table_no AND c.kind <> 'error' AND (c.words <> '' OR c.link IS NOT NULL)
ORDER BY c.row_no, k.field;
