SELECT f.finding_id, f.severity, f.message, c.was_severity, c.was_certainty, c.parties_joined, c.parties_left, c.reasons, c.because,
       CASE f.certainty WHEN 'possible' THEN 1 END AS is_possible, CASE f.status WHEN 'waived' THEN 1 END AS is_waived,
       CASE WHEN coalesce(c.was_severity, c.was_certainty, c.parties_joined, c.parties_left) IS NULL THEN 1 END AS stands_elsewhere,
       (SELECT 1 FROM temp.page_finding p WHERE p.finding_no = f.finding_no) AS shown
FROM finding_change c
JOIN finding f ON f.finding_id = c.finding_id
JOIN severity s ON s.severity = f.severity
WHERE c.change = 'altered'
ORDER BY s.rank DESC, f.certainty, f.finding_id
LIMIT 50;
