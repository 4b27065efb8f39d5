-- Used by known_names.c.

-- name: known_tools
SELECT tool_no AS number, tool_id AS id, name, aliases, 0 AS is_territorial FROM tool ORDER BY tool_no;

-- name: known_forces
SELECT force_no AS number, force_id AS id, name, aliases, kind IS 'territorial' AS is_territorial FROM force ORDER BY force_no;
