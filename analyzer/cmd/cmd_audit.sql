-- Used by cmd_audit.c.

-- name: matters_at_gate
-- How many open matters --fail-on counts, and the rank of each: of its gravest finding; with
-- :new_only true of those of its findings that are new or altered, so that one that only lost some
-- is none.
SELECT count(*) AS matters
FROM (SELECT max(s.rank) AS rank
      FROM finding f
      JOIN severity s ON s.severity = f.severity
      LEFT JOIN finding_change c ON c.finding_id = f.finding_id
      WHERE f.matter_no IS NOT NULL AND (NOT :new_only OR c.change IN ('new', 'altered'))
      GROUP BY f.matter_no)
WHERE rank >= :rank;
