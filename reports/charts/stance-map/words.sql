-- Where the cell of a force stands. Forces off the grid, and any second force on one cell, stand in a list at
-- the right side, eleven to a column.
CREATE TEMP TABLE map_cell AS
SELECT tool_no, request_no, force_no,
       CASE WHEN on_grid THEN grid_col * 1.0 ELSE 8.4 + n / 11 END AS "column",
       CASE WHEN on_grid THEN grid_row ELSE n % 11 END AS "row"
FROM (SELECT *, row_number() OVER (PARTITION BY tool_no, request_no, on_grid ORDER BY force_id) - 1 AS n
      FROM (SELECT m.tool_no, m.request_no, f.force_no, f.force_id, f.grid_col, f.grid_row,
                   coalesce(f.kind IS 'territorial' AND f.grid_col BETWEEN 0 AND 7 AND f.grid_row BETWEEN 0 AND 10
                            AND row_number() OVER (PARTITION BY m.tool_no, m.request_no, f.grid_col, f.grid_row ORDER BY f.force_id) = 1, 0) AS on_grid
            FROM page_map m
            CROSS JOIN page_state s ON s.tool_no = m.tool_no AND s.request_no = m.request_no
            CROSS JOIN force f ON f.force_no = s.force_no))
WHERE on_grid OR n < 400;
CREATE UNIQUE INDEX temp.map_cell_of ON map_cell (tool_no, request_no, force_no);

-- A cell a force, in its state.
INSERT INTO page_chart
SELECT place, 'stance-map-' || file_name, 'stance-map', tool_no, request_no, title, subtitle,
       'Tile map of the forces. ' || sentence, source
FROM page_map;

-- The cells in px, as drawing.gp draws it on a page: cells of 46, the first 4 from the left, at least 530 wide.
INSERT INTO page_chart_area
SELECT p.chart, c.force_no, c."row" * 1000 + CAST(c."column" * 10 AS INTEGER), max(530, max(c."column") OVER (PARTITION BY p.chart) * 46 + 54),
       printf('M%d,%dh44v44h-44z', round(c."column" * 46) + 5, c."row" * 46 + 1)
FROM page_chart p
CROSS JOIN map_cell c ON c.tool_no = p.tool_no AND c.request_no = p.request_no
WHERE p.kind = 'stance-map';
