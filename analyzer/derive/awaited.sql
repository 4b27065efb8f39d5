-- Used by awaited.c.

-- name: received_circulations
SELECT circulation_no, request_no, force_no, received_earliest, received_latest
FROM circulation
WHERE received = 1 AND received_earliest IS NOT NULL
ORDER BY circulation_no;

-- name: insert_awaited
INSERT INTO awaited (circulation_no, due_earliest, due_latest, due_working_days, overdue, response_no)
VALUES (:circulation_no, :due_earliest, :due_latest, :due_working_days, :overdue, :response_no);
