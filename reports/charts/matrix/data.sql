-- name: chart_matrix
-- A cell for each force and request; the drawing program reads the first nine columns. `rank` is the order in which
-- forces go on a slide, where few have room: those whose answers differ first.
SELECT q.place - 1 AS "column", r.place AS "row", s.letter, s.look, shorten(f.name, 30) AS force_label, s.is_old AS "old", r.rank,
       shorten(q.request_id, 16) AS request_label,
       coalesce(q.date_logged, 'undated') AS date_logged, s.state, s.year, f.force_id, f.name AS force, q.request_id
FROM temp.chart_matrix_row r
CROSS JOIN temp.page_request q ON q.tool_no = r.tool_no
CROSS JOIN temp.page_state s ON s.tool_no = r.tool_no AND s.request_no = q.request_no AND s.force_no = r.force_no
CROSS JOIN force f ON f.force_no = r.force_no
WHERE r.tool_no = :tool_no
ORDER BY r.place, q.place;

-- name: chart_matrix_legend
-- The positions, and of the rest what the forces drawn hold
SELECT row_number() OVER (ORDER BY l.place) - 1 AS place, l.letter, l.word, l.look, '' AS blank, l.is_old AS "old"
FROM temp.page_legend l
WHERE l.tool_no = :tool_no AND l.request_no = -1
  AND (l.letter IN ('C', 'D', 'N')
       OR EXISTS (SELECT 1
                  FROM temp.chart_matrix_held h
                  WHERE h.tool_no = l.tool_no AND iif(l.is_old, h.is_old, h.letter = l.letter)))
ORDER BY l.place;
