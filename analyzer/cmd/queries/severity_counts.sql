SELECT s.severity, sum(f.status = 'open') AS open, sum(f.status = 'waived') AS waived
FROM severity s
LEFT JOIN finding f ON f.severity = s.severity
GROUP BY s.severity
ORDER BY s.rank DESC
