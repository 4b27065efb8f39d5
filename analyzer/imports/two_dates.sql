-- Used by two_dates.c.

-- name: insert_table_notice
INSERT INTO source_notice (file_no, line, code, words)
SELECT file_no, NULL, :code, :words FROM source_table WHERE table_no = :table_no;
