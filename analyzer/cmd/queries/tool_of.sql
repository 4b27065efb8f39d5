SELECT tool_id, name FROM tool WHERE tool_no = ?
