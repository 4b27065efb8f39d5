-- summary.json: every file read, and what became of its rows
SELECT name AS file, origin, encoding, sha256, bytes, read, accepted, duplicate, rejected
FROM input_file
ORDER BY name, file_no;
