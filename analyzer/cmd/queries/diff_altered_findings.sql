SELECT f.finding_id, f.severity, f.certainty, f.status, f.message,
       'was ' || nullif(coalesce(c.was_severity, '')
               || iif(c.was_severity IS NOT NULL AND c.was_certainty IS NOT NULL, ', ', '')
               || coalesce(c.was_certainty, ''), '') AS was,
       CASE WHEN c.updated THEN 'rests on other rows than before' END AS because
FROM finding_change c
JOIN finding f ON f.finding_id = c.finding_id
JOIN severity s ON s.severity = f.severity
WHERE c.change = 'persisting' AND f.status = 'open' AND (c.was_severity IS NOT NULL OR c.was_certainty IS NOT NULL OR c.updated)
ORDER BY s.rank DESC, f.finding_id
