-- Findings that persist for the same parties on the same rows, and say something else: a row
-- that they rest on was changed.
SELECT f.finding_id, f.severity, f.certainty, f.status, f.message, NULL AS reasons, NULL AS because,
       'the rows it rests on, or their names, were changed' AS what
FROM finding_change c
JOIN finding f ON f.finding_id = c.finding_id
JOIN severity s ON s.severity = f.severity
WHERE c.change = 'persisting' AND c.is_reworded AND c.evidence_gained IS NULL AND c.evidence_lost IS NULL
ORDER BY s.rank DESC, f.finding_id
