-- The smallest groups first: single forces keep the nearest places
SELECT tool_no, point_no, x, y, radius, label
FROM temp.chart_point
ORDER BY tool_no, forces, point_no;
