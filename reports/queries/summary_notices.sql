-- summary.json: what the loader wants to be known
SELECT i.name AS file, n.line, n.code, n.message, n.rows
FROM notice n
LEFT JOIN input_file i ON i.file_no = n.file_no
ORDER BY n.notice_no;
