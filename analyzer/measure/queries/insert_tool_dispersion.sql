INSERT INTO tool_dispersion VALUES (?, ?, ?, ?)
