-- Used by table.c.

-- name: insert_carried_value
INSERT INTO carried_value (file_no, line, column_name, value) VALUES (:file_no, :line, :column_name, :value);
