-- Every severity, with nothing found too
SELECT s.severity, count(f.finding_no) AS n
FROM severity s
LEFT JOIN finding f ON f.severity = s.severity AND f.status = 'open'
GROUP BY s.severity
ORDER BY s.rank DESC;
