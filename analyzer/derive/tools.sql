-- Used by tools.c.

-- name: insert_tool_ancestor
INSERT INTO tool_ancestor (tool_no, ancestor_no, distance) VALUES (:tool_no, :ancestor_no, :distance);
