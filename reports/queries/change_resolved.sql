SELECT r.finding_id, r.severity, r.message, r.reasons, r.because
FROM resolved_finding r
JOIN severity s ON s.severity = r.severity
ORDER BY s.rank DESC, r.finding_id
LIMIT 50;
