-- Findings of both audits with other parties, severity or certainty.
SELECT f.finding_id, f.severity, f.certainty, f.status, f.message, c.reasons, c.because,
       trim(coalesce('; was ' || c.was_severity, '') || coalesce('; was ' || c.was_certainty, '')
            || coalesce('; joined: ' || replace(c.parties_joined, '; ', ', '), '')
            || coalesce('; left: ' || replace(c.parties_left, '; ', ', '), ''), '; ') AS what
FROM finding_change c
JOIN finding f ON f.finding_id = c.finding_id
JOIN severity s ON s.severity = f.severity
WHERE c.change = 'altered' AND f.status = 'open'
ORDER BY s.rank DESC, f.finding_id
