-- name: chart_stance_map
-- One stance map: a cell a force. Forces off the grid, and any second force on
-- one cell, stand in a list at its right side, eleven to a column.
-- The drawing program reads the first five columns: they hold no user text.
WITH placed AS (
    SELECT s.state, s.qualified, f.force_no, f.force_id, f.name, f.grid_col, f.grid_row, f.abbreviation,
           coalesce(f.kind IS 'territorial' AND f.grid_col BETWEEN 0 AND 7 AND f.grid_row BETWEEN 0 AND 10
                    AND row_number() OVER (PARTITION BY f.grid_col, f.grid_row ORDER BY f.force_id) = 1, 0) AS on_grid
    FROM temp.page_state s
    JOIN force f ON f.force_no = s.force_no
    WHERE s.tool_no = :tool_no AND s.request_no = :request_no),
listed AS (
    SELECT *, row_number() OVER (PARTITION BY on_grid ORDER BY force_id) - 1 AS n
    FROM placed)
SELECT CASE on_grid WHEN 1 THEN grid_col * 1.0 ELSE 8.4 + n / 11 END AS "column",
       CASE on_grid WHEN 1 THEN grid_row ELSE n % 11 END AS "row",
       iif(qualified, 'Đ', w.letter) AS letter,
       state,
       CASE WHEN abbreviation NOT GLOB '*[^A-Za-z0-9]*' AND length(abbreviation) BETWEEN 1 AND 4 THEN abbreviation
            ELSE '#' || force_no END AS abbreviation,
       force_id,
       name AS force
FROM listed
JOIN temp.state_word w USING (state)
WHERE on_grid = 1 OR n < 400
ORDER BY "row", "column", force_id;
