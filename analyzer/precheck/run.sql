-- Used by run.c.

-- name: precheck_rejects
SELECT r.line, r.column_name, r.message
FROM reject r
JOIN input_file i ON i.file_no = r.file_no
WHERE i.kind = 'draft'
ORDER BY r.reject_no;

-- name: precheck_digests
SELECT name, sha256 FROM input_file WHERE kind <> 'draft' ORDER BY name;
