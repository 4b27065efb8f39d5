-- name: chart_boundary_map
-- A row a force: where its label stands (metres of the National Grid), and its state.
-- Forces without a boundary have a place in the list beside the map instead.
SELECT l.easting, l.northing,
       s.letter,
       s.look,
       CASE WHEN f.abbreviation NOT GLOB '*[^A-Za-z0-9]*' AND length(f.abbreviation) BETWEEN 1 AND 4 THEN f.abbreviation
            ELSE '#' || f.force_no END AS abbreviation,
       s.is_old AS "old",
       CASE WHEN r.force_no IS NULL OR l.force_no IS NULL
            THEN row_number() OVER (PARTITION BY r.force_no IS NULL OR l.force_no IS NULL ORDER BY f.force_id) - 1 END AS beside,
       s.state, s.year, f.force_id, f.name AS force
FROM temp.page_state s
JOIN force f ON f.force_no = s.force_no
LEFT JOIN temp.boundary_label l ON l.force_no = s.force_no
LEFT JOIN temp.boundary_ring r ON r.force_no = s.force_no AND r.is_main
WHERE s.tool_no = :tool_no AND s.request_no = :request_no
ORDER BY f.force_id;

-- name: chart_boundary_map_shapes
-- The outlines in the order in which they are painted, each in the colour of its force's
-- state (as a number: 256 * (256 * red + green) + blue), and whether the position is old. A row without a first
-- column ends one.
WITH coloured AS (
    SELECT r.ring, CASE WHEN r.is_hole THEN 16777215
                        WHEN s.state = 'confirm' THEN 1196909 WHEN s.state = 'deny' THEN 16018981
                        WHEN s.state = 'ncnd' THEN 2662807 WHEN s.look = 'silent' THEN 12566463
                        WHEN s.look = 'not-asked' THEN 15527148
                        ELSE 16777215 END AS colour,
           coalesce(s.is_old AND NOT r.is_hole, 0) AS is_old
    FROM temp.boundary_ring r
    LEFT JOIN temp.page_state s ON s.force_no = r.force_no AND s.tool_no = :tool_no AND s.request_no = :request_no
)
SELECT easting, northing, colour, is_old AS "old"
FROM (SELECT c.ring, p.place, p.easting, p.northing, c.colour, c.is_old
      FROM coloured c JOIN temp.boundary_point p ON p.ring = c.ring
      UNION ALL
      SELECT ring, 1000000000, NULL, NULL, NULL, NULL FROM coloured)
ORDER BY ring, place;

-- name: chart_boundary_map_legend
SELECT place, letter, word, look, '' AS blank, is_old AS "old"
FROM temp.page_legend l
WHERE l.tool_no = :tool_no AND l.request_no = :request_no
ORDER BY l.place;
