SELECT name AS file, CASE origin WHEN 'pack' THEN 'pack' ELSE 'built in' END AS origin, encoding, read, accepted, duplicate,
       rejected, sha256
FROM input_file
ORDER BY origin, name, file_no;
