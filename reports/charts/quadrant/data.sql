-- name: chart_quadrant
-- Points with their labels; exposure and complaint risk from 0 to 1. Places and sizes in px of the field, of a page and
-- then of a slide; no place of a label: there is none that is free
SELECT p.exposure, p.complaint_risk, p.forces, iif(g.label_x IS NULL, '', p.label) AS label, g.radius, g.x, g.y, g.label_x, g.label_y, g.label_wide,
       s.radius AS slide_radius, s.x AS slide_x, s.y AS slide_y, s.label_x AS slide_label_x, s.label_y AS slide_label_y,
       s.label_wide AS slide_label_wide, p.label AS whole_label, p.names
FROM temp.chart_point p
JOIN temp.chart_point_place g ON g.point_no = p.point_no AND NOT g.for_slide
JOIN temp.chart_point_place s ON s.point_no = p.point_no AND s.for_slide
WHERE p.tool_no = :tool_no
ORDER BY p.point_no;

-- name: chart_quadrant_sizes
SELECT g.field_wide, g.field_high, g.line_high, s.field_wide AS slide_field_wide, s.field_high AS slide_field_high,
       s.line_high AS slide_line_high, g.named_forces
FROM temp.quadrant_size g
CROSS JOIN temp.quadrant_size s
WHERE s.for_slide AND NOT g.for_slide
ORDER BY g.field_wide;
