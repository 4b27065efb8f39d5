-- Used by exposure.c.

-- name: precheck_tool_number
SELECT tool_no AS number FROM tool WHERE tool_id = :tool_id;

-- name: precheck_force_number
SELECT force_no AS number FROM force WHERE force_id = :force_id;
