-- Used by cmd_import.c.

-- name: first_import_reject
SELECT words FROM (
    SELECT f.in_file || coalesce(':' || r.line, ' ' || r.record, '') || ': ' || j.message AS words, 1 AS place, j.reject_no AS no
    FROM import_reject j
    JOIN source_row r ON r.row_no = j.row_no
    JOIN source_table t ON t.table_no = r.table_no
    JOIN source_file f ON f.file_no = t.file_no
    UNION ALL
    SELECT in_file || ': ' || reason, 2, file_no FROM source_file WHERE reason IS NOT NULL)
ORDER BY place, no LIMIT 1;
