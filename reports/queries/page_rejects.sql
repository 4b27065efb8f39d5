SELECT i.name AS file, r.line, r.column_name AS "column", r.value, r.message, r.suggestion
FROM reject r
JOIN input_file i ON i.file_no = r.file_no
ORDER BY i.name, r.line, r.column_name, r.code, r.reject_no
LIMIT 50;
