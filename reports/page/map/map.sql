-- name: page_maps
-- Tools with a map as the record stands; the picture of the first is beside the headline
SELECT h.tool_no, h.tool, c.chart, c.title, c.subtitle, c.source, c.title || ', ' || c.chart AS map_label,
       CASE WHEN row_number() OVER (ORDER BY c.place, c.chart) > 1 THEN 1 END AS is_further, 0 AS request_no
FROM tool_headline h
JOIN temp.page_chart c ON c.tool_no = h.tool_no AND c.kind = 'stance-map' AND c.request_no = 0
ORDER BY c.place, c.chart;

-- name: page_uncharted_tools
SELECT sum(NOT is_charted) AS uncharted_tools FROM temp.page_tool HAVING sum(NOT is_charted) > 0;
