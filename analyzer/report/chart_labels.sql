-- Used by chart_labels.c. The points are those of reports/charts/quadrant.

-- name: points_to_label
-- The smallest groups first: single forces keep the nearest places
SELECT p.tool_no, p.point_no, s.for_slide, l.x, l.y, l.radius, p.label, s.field_wide, s.field_high, s.character_wide, s.line_high
FROM temp.quadrant_size s
CROSS JOIN temp.chart_point p
JOIN temp.chart_point_place l ON l.point_no = p.point_no AND l.for_slide = s.for_slide
ORDER BY s.for_slide, p.tool_no, p.forces, p.point_no;

-- name: place_label
UPDATE temp.chart_point_place SET label_x = :label_x, label_y = :label_y, label_wide = :label_wide
WHERE point_no = :point_no AND for_slide = :for_slide;
