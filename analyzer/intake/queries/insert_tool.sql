INSERT INTO tool
    (tool_id, name, vendor, aliases, category, covert_capable, uses_ai, file_no, line)
VALUES (:tool_id, :name, :vendor, :aliases, :category, :covert_capable, :uses_ai, :file_no, :line);
