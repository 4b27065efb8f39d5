SELECT name AS file, CASE origin WHEN 'pack' THEN 'pack' ELSE 'built in' END AS origin, encoding, read, accepted, duplicate,
       rejected, substr(sha256, 1, 16) AS digest
FROM input_file
ORDER BY origin, name, file_no;
