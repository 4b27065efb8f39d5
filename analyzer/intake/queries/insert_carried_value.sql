INSERT INTO carried_value (file_no, line, column_name, value) VALUES (?1, ?2, ?3, ?4);
