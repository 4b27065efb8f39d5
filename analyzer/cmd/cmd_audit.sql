-- Used by cmd_audit.c.

-- name: worst_open_rank
-- The rank of the worst open finding; with :new_only true, of those that are new or altered.
SELECT coalesce(max(s.rank), 0) AS rank
FROM finding f
JOIN severity s ON s.severity = f.severity
LEFT JOIN finding_change c ON c.finding_id = f.finding_id
WHERE f.status = 'open' AND (NOT :new_only OR c.change IN ('new', 'altered'));
