-- Used by asked.c.

-- name: inexact_answers
-- Within their bounds, if they have any (bound_letters.sql).
SELECT r.request_no, r.tool_no, r.responded_earliest, r.responded_latest
FROM temp.inexact_response i
CROSS JOIN response r ON r.response_no = i.response_no;

-- name: drop_inexact_responses
DROP TABLE temp.inexact_response;

-- name: insert_asked
INSERT INTO temp.asked (request_no, tool_no, n, days_earliest, days_latest)
VALUES (:request_no, :tool_no, :n, :days_earliest, :days_latest);
