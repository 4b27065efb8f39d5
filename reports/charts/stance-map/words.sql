-- A cell a force, in its state.
INSERT INTO page_chart
SELECT place, 'stance-map-' || file_name, 'stance-map', tool_no, request_no, title, subtitle,
       'Tile map of the forces. ' || sentence, source
FROM page_map;
