-- The rank of the worst open finding; with a true parameter, of those that are new or altered.
SELECT coalesce(max(s.rank), 0)
FROM finding f
JOIN severity s ON s.severity = f.severity
LEFT JOIN finding_change c ON c.finding_id = f.finding_id
WHERE f.status = 'open' AND (NOT ?1 OR c.change IN ('new', 'altered'))
