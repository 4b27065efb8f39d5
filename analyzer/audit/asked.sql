-- Used by asked.c.

-- name: answers_asked
SELECT request_no, tool_no, responded_earliest, responded_latest FROM response;

-- name: insert_asked
INSERT INTO temp.asked (request_no, tool_no, n, days_earliest, days_latest)
VALUES (:request_no, :tool_no, :n, :days_earliest, :days_latest);
