INSERT INTO finding (finding_no, finding_id, rule_id, severity, certainty, force_no, tool_no, request_no,
    question_no, collaboration_no, day, date, message)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
