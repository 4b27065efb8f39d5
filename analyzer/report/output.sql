-- Used by output.c.

-- name: marking
-- The protective marking; empty without one
SELECT coalesce(marking, '') AS marking FROM audit;
