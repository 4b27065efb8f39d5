-- Used by runner.c.

-- name: insert_borrowed_wording
INSERT INTO borrowed_wording (place, pattern) VALUES (:place, :pattern);
