-- name: chart_matrix
-- A cell for each force and request; the drawing program reads the first seven columns
SELECT q.place - 1 AS "column", r.place AS "row",
       iif(s.qualified, 'Đ', w.letter) AS letter,
       s.state, shorten(f.name, 30) AS force_label,
       shorten(q.request_id, 16) AS request_label,
       coalesce(q.date_logged, 'undated') AS date_logged, f.force_id, f.name AS force, q.request_id
FROM temp.chart_matrix_row r
CROSS JOIN temp.page_request q ON q.tool_no = r.tool_no
CROSS JOIN temp.page_state s ON s.tool_no = r.tool_no AND s.request_no = q.request_no AND s.force_no = r.force_no
CROSS JOIN force f ON f.force_no = r.force_no
CROSS JOIN temp.state_word w ON w.state = s.state
WHERE r.tool_no = :tool_no
ORDER BY r.place, q.place;
