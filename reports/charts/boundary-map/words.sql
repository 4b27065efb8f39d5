-- The same maps with the boundaries of the police force areas, where they were given.
INSERT INTO page_chart
SELECT place, 'boundary-map-' || file_name, 'boundary-map', tool_no, request_no, title, subtitle,
       'Map of the police force areas, with London enlarged. ' || sentence,
       source || '. Boundaries: Office for National Statistics licensed under the Open Government Licence v.3.0. '
           || 'Contains OS data © Crown copyright and database right. Northern Ireland: contains LPS Intellectual Property'
FROM page_map
WHERE EXISTS (SELECT 1 FROM boundary_ring);

-- Where each force stands in px, as drawing.gp draws it on a page: its areas; around its letters in the part of London that
-- is enlarged; or its place in the list of those without a boundary. Of requests there is none on the page.
INSERT INTO page_chart_area
WITH area AS (
    SELECT r.force_no, group_concat('M' || o.points || 'z', '') AS outline
    FROM boundary_ring r
    JOIN (SELECT ring, group_concat(x || ',' || y, ' ') AS points
          FROM (SELECT ring, CAST(round(6 + (easting + 10000) / 1280.0) AS INTEGER) AS x,
                       CAST(round(956 - (northing - 5000) / 1280.0) AS INTEGER) AS y
                FROM boundary_point ORDER BY ring, place)
          GROUP BY ring) o ON o.ring = r.ring
    GROUP BY r.force_no
), enlarged AS (
    SELECT force_no, printf('M%d,%dh36v36h-36z', round(482 + (easting - 500000) * 264 / 65000.0),
                                                 round(211 - (northing - 153000) * 264 / 65000.0)) AS outline
    FROM boundary_label
    WHERE easting > 500000 AND easting < 565000 AND northing > 153000 AND northing < 203000
), beside AS (
    SELECT tool_no, force_no, row_number() OVER (PARTITION BY tool_no ORDER BY force_id) - 1 AS n,
           iif(count(*) OVER (PARTITION BY tool_no) > 36, 4, 3) AS across
    FROM (SELECT s.tool_no, f.force_no, f.force_id
          FROM page_state s
          JOIN force f ON f.force_no = s.force_no
          WHERE s.request_no = 0
            AND (f.force_no NOT IN (SELECT force_no FROM boundary_ring WHERE is_main) OR f.force_no NOT IN (SELECT force_no FROM boundary_label)))
)
SELECT p.chart, s.force_no, coalesce((SELECT ring FROM boundary_ring r WHERE r.force_no = s.force_no AND r.is_main), 1000000), 770,
       coalesce((SELECT printf('M%d,%dh42v42h-42z', round(549 + b.n % b.across * 198.0 / b.across), 339 + b.n / b.across * iif(b.across = 3, 52, 48))
                 FROM beside b WHERE b.tool_no = p.tool_no AND b.force_no = s.force_no),
                (SELECT outline FROM area a WHERE a.force_no = s.force_no)
                || coalesce((SELECT outline FROM enlarged e WHERE e.force_no = s.force_no), ''))
FROM page_chart p
CROSS JOIN page_state s ON s.tool_no = p.tool_no AND s.request_no = 0
WHERE p.kind = 'boundary-map' AND p.request_no = 0;
