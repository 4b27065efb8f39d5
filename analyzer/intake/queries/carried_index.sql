CREATE INDEX carried_value_by_line ON carried_value (file_no, line);
