-- The field in px, and how many forces a point may have whose label names them: the drawing
-- and analyzer/report/chart_labels.c know these numbers from here.
CREATE TEMP TABLE quadrant_size AS
SELECT 640 AS field_wide, 420 AS field_high, 4 AS named_forces;

-- Exposure against complaint risk: forces with the same values share a point. Its place and
-- radius are in px of the field; analyzer/report/chart_labels.c places the labels.
CREATE TEMP TABLE chart_point AS
SELECT tool_no, row_number() OVER (ORDER BY tool_no, exposure, complaint_risk) AS point_no, exposure, complaint_risk,
       count(*) AS forces, (SELECT field_wide FROM quadrant_size) * exposure AS x,
       (SELECT field_high FROM quadrant_size) * (1 - complaint_risk) AS y, 7 + 3 * sqrt(count(*)) AS radius,
       CASE WHEN count(*) <= (SELECT named_forces FROM quadrant_size) THEN group_concat(name, ', ')
            ELSE '' END AS label,
       substr(group_concat(force, ', '), 1, 2000) AS names, NULL AS label_x, NULL AS label_y
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

-- A number that another point would cover stands beside its own.
UPDATE chart_point SET label = forces || ' forces'
WHERE forces > (SELECT named_forces FROM quadrant_size)
  AND EXISTS (SELECT 1 FROM chart_point o
              WHERE o.tool_no = chart_point.tool_no AND o.point_no <> chart_point.point_no
                AND (o.x - chart_point.x) * (o.x - chart_point.x) + (o.y - chart_point.y) * (o.y - chart_point.y)
                    < (o.radius + 10) * (o.radius + 10));

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
