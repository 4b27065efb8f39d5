-- What one force's index is made of, the first twelve
SELECT f.finding_id, fixed(p.weight, 3) AS weight,
       CASE WHEN NOT p.counts
            THEN (SELECT c.finding_id FROM compliance_part o JOIN finding c ON c.finding_no = o.finding_no
                  WHERE o.cause_no = p.cause_no AND o.counts) END AS counted_with,
       f.severity || CASE f.certainty WHEN 'possible' THEN ', possible' ELSE '' END AS severity,
       (SELECT 1 FROM temp.page_finding s WHERE s.finding_no = p.finding_no) AS shown
FROM (SELECT q.*, g.finding_id FROM compliance_part q JOIN finding g ON g.finding_no = q.finding_no
      WHERE q.force_no = :force_no ORDER BY q.weight DESC, g.finding_id LIMIT 12) p
JOIN finding f ON f.finding_no = p.finding_no
ORDER BY p.weight DESC, p.finding_id;
