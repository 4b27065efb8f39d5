-- Used by tool_parents.c.

-- name: update_tool_parent
UPDATE tool SET parent_no = :parent_no WHERE tool_no = :tool_no;
