SELECT tool_no, tool_id, name, aliases, 0 FROM tool ORDER BY tool_no
