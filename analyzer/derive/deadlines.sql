-- Used by deadlines.c.

-- name: circulations_received
SELECT c.circulation_no, c.request_no, c.force_no, q.tool_no, c.received_earliest, c.received_latest
FROM circulation c
JOIN request q ON q.request_no = c.request_no
WHERE c.received = 1 AND c.received_earliest IS NOT NULL
ORDER BY c.circulation_no;

-- name: insert_deadline
-- What is circulated is told once, with the day of its receipt there.
INSERT OR IGNORE INTO deadline (force_no, request_no, stage_no, tool_no, circulation_no, response_no, received_earliest,
                                received_latest, twentieth_earliest, twentieth_latest, fortieth_earliest, fortieth_latest,
                                due_earliest, due_latest, due_working_days, passed)
VALUES (:force_no, :request_no, :stage, :tool_no, :circulation_no, :response_no, :received_earliest, :received_latest,
        :twentieth_earliest, :twentieth_latest, :fortieth_earliest, :fortieth_latest, :due_earliest, :due_latest,
        nullif(:due_working_days, 0), :passed);
