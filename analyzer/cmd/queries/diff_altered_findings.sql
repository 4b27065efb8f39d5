-- Findings of both audits with other parties, severity or certainty; waived ones too, since
-- what was accepted may not be what stands there now.
SELECT f.finding_id, f.severity, f.certainty, f.status, f.message, c.reasons, c.because,
       trim(coalesce('; was ' || c.was_severity, '') || coalesce('; was ' || c.was_certainty, '')
            || coalesce('; joined: ' || replace(c.parties_joined, '; ', ', '), '')
            || coalesce('; left: ' || replace(c.parties_left, '; ', ', '), '')
            || iif(coalesce(c.was_severity, c.was_certainty, c.parties_joined, c.parties_left) IS NULL,
                   '; the parties stand elsewhere', ''), '; ') AS what
FROM finding_change c
JOIN finding f ON f.finding_id = c.finding_id
JOIN severity s ON s.severity = f.severity
WHERE c.change = 'altered'
ORDER BY s.rank DESC, f.finding_id
