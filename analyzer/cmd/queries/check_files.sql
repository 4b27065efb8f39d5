SELECT name AS file, origin, read, accepted, duplicate, rejected
FROM input_file
ORDER BY origin = 'reference', kind <> 'responses', name;
