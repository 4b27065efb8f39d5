SELECT f.finding_id, f.severity, f.certainty, f.status, f.message,
       'was ' || coalesce(c.was_severity, '') || iif(c.was_severity IS NOT NULL AND c.was_certainty IS NOT NULL, ', ', '')
           || coalesce(c.was_certainty, '') AS reasons, NULL AS because
FROM finding_change c
JOIN finding f ON f.finding_id = c.finding_id
JOIN severity s ON s.severity = f.severity
WHERE c.change = 'persisting' AND (c.was_severity IS NOT NULL OR c.was_certainty IS NOT NULL)
ORDER BY s.rank DESC, f.finding_id
