-- name: page_inputs
SELECT name AS file, CASE origin WHEN 'pack' THEN 'pack' ELSE 'built in' END AS origin, encoding, read, accepted, duplicate,
       rejected, substr(sha256, 1, 16) AS digest
FROM input_file
ORDER BY origin, name, file_no;

-- name: page_loaded_counts
SELECT nullif(rejects, 0) AS rejects, nullif(max(rejects - rejects_shown, 0), 0) AS further_rejects,
       nullif(notices, 0) AS notices, nullif(max(notices - notices_shown, 0), 0) AS further_notices,
       nullif(rule_faults, 0) AS rule_faults, nullif(disagreements, 0) AS disagreements,
       nullif(max(disagreements - disagreements_shown, 0), 0) AS further_disagreements
FROM (SELECT (SELECT count(*) FROM reject) AS rejects, (SELECT count(*) FROM notice) AS notices,
             (SELECT count(*) FROM rule_fault) AS rule_faults, (SELECT count(*) FROM disagreement) AS disagreements)
CROSS JOIN temp.page_size;

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

-- name: page_disagreements
SELECT w.response_id, f.name AS force, d.question_id, replace(d.field, '_', ' ') AS field, coalesce(shorten(d.decided, 200), 'nothing') AS decided,
       d.decided_by, d.decided_on, coalesce(shorten(d.read, 200), 'nothing') AS read
FROM disagreement d
JOIN response r ON r.response_no = d.response_no
JOIN response_wording w ON w.response_no = d.response_no
JOIN force f ON f.force_no = r.force_no
ORDER BY d.rowid
LIMIT (SELECT disagreements_shown FROM temp.page_size);
