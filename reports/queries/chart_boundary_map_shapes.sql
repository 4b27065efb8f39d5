-- The outlines in the order in which they are painted, each in the colour of its force's
-- state (as a number: 256 * (256 * red + green) + blue). A row without a first column ends one.
WITH coloured AS (
    SELECT r.ring, CASE WHEN r.is_hole THEN 16777215
                        WHEN s.state = 'confirm' THEN 1196909 WHEN s.state = 'deny' THEN 16018981
                        WHEN s.state = 'ncnd' THEN 2662807 WHEN s.state = 'silent' THEN 12566463
                        ELSE 16777215 END AS colour
    FROM temp.boundary_ring r
    LEFT JOIN temp.page_state s ON s.force_no = r.force_no AND s.tool_no = :tool_no AND s.request_no = :request_no
)
SELECT easting, northing, colour
FROM (SELECT c.ring, p.place, p.easting, p.northing, c.colour
      FROM coloured c JOIN temp.boundary_point p ON p.ring = c.ring
      UNION ALL
      SELECT ring, 1000000000, NULL, NULL, NULL FROM coloured)
ORDER BY ring, place;
