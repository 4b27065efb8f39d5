-- Used by source_writer.c.

-- name: insert_source_file
INSERT INTO source_file (file_no, in_file, sha256, kind) VALUES (:file_no, :in_file, :sha256, 'none');

-- name: begin_source_file
SAVEPOINT source_file_read;

-- name: undo_source_file
ROLLBACK TO source_file_read;

-- name: end_source_file
RELEASE source_file_read;

-- name: update_source_file
UPDATE source_file SET kind = :kind, reason = :reason WHERE file_no = :file_no;

-- name: insert_source_table
INSERT INTO source_table (file_no, name, title, address, has_headings, is_hidden)
VALUES (:file_no, :name, :title, :address, :has_headings, :is_hidden);

-- name: insert_source_row
INSERT INTO source_row (table_no, line, record, is_hidden, is_marked)
VALUES (:table_no, :line, :record, :is_hidden, :is_marked);

-- name: insert_source_cell
INSERT INTO source_cell (row_no, column_no, words, kind, link, comment, is_filled)
VALUES (:row_no, :column_no, COALESCE(:words, ''), :kind, :link, :comment, :is_filled);

-- name: insert_source_notice
INSERT INTO source_notice (file_no, line, code, words) VALUES (:file_no, :line, :code, :words);
