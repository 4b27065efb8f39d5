-- Used by chart_labels.c. The points are those of reports/charts/quadrant.

-- name: points_to_label
-- The smallest groups first: single forces keep the nearest places
SELECT p.tool_no, p.point_no, p.x, p.y, p.radius, p.label, s.field_wide, s.field_high
FROM temp.chart_point p
CROSS JOIN temp.quadrant_size s
ORDER BY p.tool_no, p.forces, p.point_no;

-- name: place_label
UPDATE temp.chart_point SET label_x = :label_x, label_y = :label_y WHERE point_no = :point_no;
