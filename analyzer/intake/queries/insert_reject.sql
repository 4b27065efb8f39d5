INSERT INTO reject (file_no, line, column_name, code, value, message, suggestion)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);
