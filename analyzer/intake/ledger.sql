-- Used by ledger.c.

-- name: insert_input_file
INSERT INTO input_file (name, kind, origin, encoding, sha256, bytes)
VALUES (:name, :kind, :origin, :encoding, '', :bytes);

-- name: update_input_file
UPDATE input_file
SET sha256 = :sha256, read = :read, accepted = :accepted, duplicate = :duplicate, rejected = :rejected
WHERE file_no = :file_no;

-- name: insert_reject
INSERT INTO reject (file_no, line, column_name, code, value, message, suggestion)
VALUES (:file_no, :line, :column_name, :code, :value, :message, :suggestion);

-- name: insert_notice
INSERT INTO notice (file_no, line, code, message, rows)
VALUES (:file_no, :line, :code, :message, :rows);
