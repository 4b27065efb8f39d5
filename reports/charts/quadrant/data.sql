-- name: chart_quadrant
-- Points with their labels; exposure and complaint risk from 0 to 1
SELECT exposure, complaint_risk, forces, radius, CASE WHEN label_x IS NULL THEN '' ELSE label END AS label, label_x, label_y,
       x, y, names
FROM temp.chart_point
WHERE tool_no = :tool_no
ORDER BY point_no;

-- name: chart_quadrant_sizes
SELECT field_wide, field_high, named_forces FROM temp.quadrant_size ORDER BY field_wide;
