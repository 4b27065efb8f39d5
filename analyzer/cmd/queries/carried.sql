-- What the contract does not know of one row, carried along.
SELECT c.column_name, c.value
FROM carried_value c
JOIN input_file i ON i.file_no = c.file_no
WHERE i.name = ? AND c.line = ?
ORDER BY c.column_name
