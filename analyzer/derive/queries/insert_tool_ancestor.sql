INSERT INTO tool_ancestor VALUES (?, ?, ?)
