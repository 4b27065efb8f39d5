-- Used by table_heading.c.

-- name: layout_cells
SELECT r.row_no, r.is_marked, coalesce(c.column_no, 0) AS column_no, coalesce(c.words, '') AS words, coalesce(c.kind, 'text') AS kind,
       coalesce(c.is_filled, 0) AS is_filled, c.link IS NOT NULL AS has_link
FROM source_row r
LEFT JOIN source_cell c ON c.row_no = r.row_no
WHERE r.table_no = :table_no
ORDER BY r.row_no, c.column_no;
