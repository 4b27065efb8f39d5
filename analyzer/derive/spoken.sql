-- Used by spoken.c.

-- name: what_forces_are_called
SELECT name || ';' || coalesce(aliases, '') || ';' || coalesce(abbreviation, '') AS names FROM force ORDER BY force_no;
