SELECT tool_no, tool_id, name, aliases FROM tool ORDER BY tool_no;
