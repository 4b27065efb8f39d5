SELECT tool_no, parent_no FROM tool ORDER BY tool_no
