SELECT i.name AS file, n.line, n.message, n.code, n.rows
FROM notice n
LEFT JOIN input_file i ON i.file_no = n.file_no
ORDER BY n.notice_no;
