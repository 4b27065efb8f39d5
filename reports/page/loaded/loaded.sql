-- name: page_inputs
SELECT name AS file, CASE origin WHEN 'pack' THEN 'pack' ELSE 'built in' END AS origin, encoding, read, accepted, duplicate,
       rejected, substr(sha256, 1, 16) AS digest
FROM input_file
ORDER BY origin, name, file_no;

-- name: page_rejects
SELECT i.name AS file, r.line, r.column_name AS "column", r.value, r.message, r.suggestion
FROM reject r
JOIN input_file i ON i.file_no = r.file_no
ORDER BY i.name, r.line, r.column_name, r.code, r.reject_no
LIMIT (SELECT rejects_shown FROM temp.page_size);

-- name: page_notices
SELECT i.name AS file, n.line, n.message, n.rows
FROM notice n
LEFT JOIN input_file i ON i.file_no = n.file_no
ORDER BY n.notice_no
LIMIT (SELECT notices_shown FROM temp.page_size);

-- name: page_rule_faults
SELECT file, line, reason FROM rule_fault ORDER BY fault_no;
