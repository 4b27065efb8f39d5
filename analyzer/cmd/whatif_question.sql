-- Used by whatif_question.c.

-- name: known_forces
SELECT force_no AS number, force_id AS id, name, aliases, kind IS 'territorial' AS is_territorial FROM force ORDER BY force_no;
