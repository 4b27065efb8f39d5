-- Used by cmd_explain.c.

-- name: explain_evidence
SELECT role, kind, id, force_id, date, says, note, source_url, file, line, sha256
FROM v_evidence
WHERE finding_no = :finding_no
ORDER BY date IS NULL DESC, date, kind, id, role;

-- name: explain_carried
-- What the contract does not know of one row, carried along.
SELECT c.column_name, c.value
FROM carried_value c
JOIN input_file i ON i.file_no = c.file_no
WHERE i.name = :file AND c.line = :line
ORDER BY c.column_name;
