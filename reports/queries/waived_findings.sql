SELECT f.finding_id, f.severity, f.message, w.reason
FROM finding f
JOIN severity s ON s.severity = f.severity
JOIN waiver w ON w.waiver_no = f.waiver_no
WHERE f.status = 'waived'
ORDER BY s.rank DESC, f.finding_id
LIMIT 200;
