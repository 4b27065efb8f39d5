-- Used by speakers.c.

-- name: speakers
SELECT force_no, force_id, name, aliases, abbreviation, regime FROM force ORDER BY force_no;
