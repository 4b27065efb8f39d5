-- name: chart_stance_map
-- One stance map: a cell a force. Forces off the grid, and any second force on
-- one cell, stand in a list at its right side, eleven to a column.
-- The drawing program reads the first six columns.
WITH placed AS (
    SELECT s.state, s.letter, s.look, s.year, s.is_old, f.force_no, f.force_id, f.name, f.grid_col, f.grid_row, f.abbreviation,
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
       letter,
       look,
       CASE WHEN abbreviation NOT GLOB '*[^A-Za-z0-9]*' AND length(abbreviation) BETWEEN 1 AND 4 THEN abbreviation
            ELSE '#' || force_no END AS abbreviation,
       is_old AS "old",
       state,
       year,
       force_id,
       name AS force
FROM listed
WHERE on_grid = 1 OR n < 400
ORDER BY "row", "column", force_id;

-- name: chart_stance_map_legend
SELECT place, letter, word, look, '' AS blank, is_old AS "old"
FROM temp.page_legend
WHERE tool_no = :tool_no AND request_no = :request_no
ORDER BY place;
