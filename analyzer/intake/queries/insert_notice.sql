INSERT INTO notice (file_no, line, code, message, rows)
VALUES (?1, ?2, ?3, ?4, ?5);
