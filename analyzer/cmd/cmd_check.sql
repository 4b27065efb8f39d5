-- Used by cmd_check.c; check_all_rejects by rules_test.c too.

-- name: check_files
SELECT name AS file, origin, read, accepted, duplicate, rejected
FROM input_file
ORDER BY origin = 'reference', kind <> 'responses', name;

-- name: check_rejects
-- The first twenty kinds of faults, equal ones together: how many rows have it, how many of them
-- nothing else, and how many faults there are in all.
SELECT i.name AS file, min(r.line) AS line, r.column_name AS "column", r.message, r.suggestion,
       count(*) AS rows, sum(r.faults = 1) AS alone, sum(count(*)) OVER () AS total
FROM (SELECT *, count(*) OVER (PARTITION BY file_no, line) AS faults FROM reject) r
JOIN input_file i ON i.file_no = r.file_no
GROUP BY r.file_no, r.column_name, r.code, r.message, r.suggestion
ORDER BY i.kind <> 'responses', i.name, min(r.reject_no)
LIMIT 20;

-- name: check_all_rejects
SELECT file, line, "column", code, value, message, suggestion
FROM v_rejects;

-- name: check_notices
SELECT i.name AS file, n.line, n.message, n.code, n.rows
FROM notice n
LEFT JOIN input_file i ON i.file_no = n.file_no
ORDER BY n.notice_no;
