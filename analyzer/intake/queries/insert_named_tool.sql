-- A tool that tools.csv lacks.
INSERT INTO tool (tool_no, tool_id, name) VALUES (?1, ?2, ?2);
