-- Used by cmd_waive.c.

-- name: waive_as_of
SELECT as_of FROM audit;
