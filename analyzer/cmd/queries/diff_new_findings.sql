SELECT f.finding_id, f.severity, f.certainty, f.status, f.message, c.reasons, c.because
FROM finding_change c
JOIN finding f ON f.finding_id = c.finding_id
JOIN severity s ON s.severity = f.severity
WHERE c.change = 'new' AND f.status = 'open'
ORDER BY s.rank DESC, f.finding_id
