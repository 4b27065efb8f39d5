-- A request that requests.csv lacks.
INSERT INTO request (request_no, request_id, title) VALUES (?1, ?2, ?2);
