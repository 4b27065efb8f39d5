-- The first twenty kinds of rejects; equal ones together.
SELECT i.name AS file, min(r.line) AS line, r.column_name AS "column", r.message, r.suggestion,
       count(*) AS rows
FROM reject r
JOIN input_file i ON i.file_no = r.file_no
GROUP BY r.file_no, r.column_name, r.code, r.message, r.suggestion
ORDER BY i.kind <> 'responses', i.name, min(r.reject_no)
LIMIT 20;
