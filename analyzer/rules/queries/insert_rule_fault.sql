INSERT INTO rule_fault (file, line, reason) VALUES (?, ?, ?)
