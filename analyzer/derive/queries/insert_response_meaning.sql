INSERT INTO response_meaning VALUES (?, ?, ?)
