-- The field of a page and of a slide in px, what a character and a line of a label need there, and how many forces a
-- point may have whose label names them: the drawing and analyzer/report/chart_labels.c know these numbers from here.
CREATE TEMP TABLE quadrant_size (for_slide INTEGER, field_wide REAL, field_high REAL, character_wide REAL, line_high REAL, named_forces INTEGER);
INSERT INTO quadrant_size (for_slide, field_wide, field_high, character_wide, line_high, named_forces)
VALUES (0, 640, 420, 8, 16, 4), (1, 1500, 420, 18, 34, 4);

-- Exposure against complaint risk: forces with the same values share a point.
CREATE TEMP TABLE chart_point AS
SELECT tool_no, row_number() OVER (ORDER BY tool_no, exposure, complaint_risk) AS point_no, exposure, complaint_risk,
       count(*) AS forces, CASE WHEN count(*) <= (SELECT max(named_forces) FROM quadrant_size) THEN group_concat(name, ', ')
            ELSE '' END AS label,
       substr(group_concat(force, ', '), 1, 2000) AS names
FROM (SELECT e.tool_no, round(e.p_use, 2) AS exposure, round(coalesce(c.complaint_risk, 0), 2) AS complaint_risk,
             CASE WHEN f.abbreviation NOT GLOB '*[^A-Za-z0-9]*' AND length(f.abbreviation) BETWEEN 1 AND 4 THEN f.abbreviation
                  ELSE substr(f.name, 1, 12) END AS name, f.name AS force
      FROM force_exposure e
      JOIN page_tool t ON t.tool_no = e.tool_no AND t.is_charted
      JOIN force f ON f.force_no = e.force_no
      LEFT JOIN v_complaint_risk c ON c.force_no = e.force_no AND c.tool_no = e.tool_no
      WHERE e.p_use IS NOT NULL
        -- Of whom no letter was read nothing could be found.
        AND EXISTS (SELECT 1 FROM letter l WHERE l.force_no = e.force_no AND l.tool_no = e.tool_no AND l.position_on_use <> 'silent')
      ORDER BY f.force_id)
GROUP BY tool_no, exposure, complaint_risk;

-- Where they stand in each field, in px of it; analyzer/report/chart_labels.c places the labels.
CREATE TEMP TABLE chart_point_place AS
SELECT p.tool_no, p.point_no, s.for_slide, s.field_wide * p.exposure AS x, s.field_high * (1 - p.complaint_risk) AS y,
       iif(s.for_slide, 16 + 4 * sqrt(p.forces), 7 + 3 * sqrt(p.forces)) AS radius, NULL AS label_x, NULL AS label_y, NULL AS label_wide
FROM chart_point p CROSS JOIN quadrant_size s;
CREATE UNIQUE INDEX temp.chart_point_place_of ON chart_point_place (point_no, for_slide);

-- A number that another point would cover stands beside its own.
UPDATE chart_point SET label = forces || ' forces'
WHERE forces > (SELECT max(named_forces) FROM quadrant_size)
  AND EXISTS (SELECT 1
              FROM chart_point_place m
              JOIN chart_point_place o ON o.tool_no = m.tool_no AND o.for_slide = m.for_slide AND o.point_no <> m.point_no
              WHERE m.point_no = chart_point.point_no
                AND (o.x - m.x) * (o.x - m.x) + (o.y - m.y) * (o.y - m.y) < (o.radius + 10 + 10 * m.for_slide) * (o.radius + 10 + 10 * m.for_slide));

INSERT INTO page_chart
SELECT 1000 * t.place + 120, 'quadrant-' || t.file_name, 'quadrant', t.tool_no, 0,
       p.upper || ' of ' || p.forces || ' forces stand high on both risks',
       'Exposure (chance of use that a reader would infer) and complaint risk (both from 0 to 1, higher is worse), ' || substr(t.tool, 1, 80) || ', ' || dated
           || iif(EXISTS (SELECT 1 FROM public_position d WHERE d.tool_no = t.tool_no AND d.qualified),
                  '; a qualified denial (Đ) counts as NCND', ''),
       'Scatter of ' || p.forces || ' forces by exposure and complaint risk about ' || substr(t.tool, 1, 80) || '. '
           || p.upper || ' have 0.5 or more on both. It says what the answers give away, not who uses the tool.', source
FROM page_tool t
JOIN (SELECT tool_no, sum(forces) AS forces, sum(iif(exposure >= 0.5 AND complaint_risk >= 0.5, forces, 0)) AS upper
      FROM chart_point GROUP BY tool_no) p ON p.tool_no = t.tool_no
CROSS JOIN chart_words
WHERE p.forces > 1;
