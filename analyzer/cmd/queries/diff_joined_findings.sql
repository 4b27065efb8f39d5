-- Findings that persist for the same parties and rest on other rows than before.
SELECT f.finding_id, f.severity, f.certainty, f.status, f.message, NULL AS reasons, NULL AS because,
       trim(coalesce('; gained ' || replace(c.evidence_gained, '; ', ', '), '')
            || coalesce('; lost ' || replace(c.evidence_lost, '; ', ', '), ''), '; ') AS what
FROM finding_change c
JOIN finding f ON f.finding_id = c.finding_id
JOIN severity s ON s.severity = f.severity
WHERE c.change = 'persisting' AND (c.evidence_gained IS NOT NULL OR c.evidence_lost IS NOT NULL)
ORDER BY s.rank DESC, f.finding_id
