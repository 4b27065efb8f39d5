-- The open findings that are new or altered, the worst first.
SELECT f.finding_id, f.severity, f.certainty, f.message
FROM finding_change c
JOIN finding f ON f.finding_id = c.finding_id
JOIN severity s ON s.severity = f.severity
WHERE c.change IN ('new', 'altered') AND f.status = 'open'
ORDER BY s.rank DESC, f.certainty, f.finding_id
LIMIT 5
