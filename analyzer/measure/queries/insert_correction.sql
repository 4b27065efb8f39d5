INSERT INTO correction (aim, tool_no, force_no, letter_no, to_position, before, after)
VALUES ('exposure', ?, ?, ?, ?, ?, ?)
