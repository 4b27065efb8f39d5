-- id: X06
-- name: not-answered
-- title: Received the request and has not answered it
-- severity: low
-- basis: consistency
-- message: {force} received {request} on {received_latest:day} and, {due_working_days} working days
--   after that ({due_latest:day}){why}, no answer is on record.
-- rationale: A circulated request without an answer leaves a gap that a reader may take for a position.
--   Silence has kinds: the answer may exist and not be published. A letter that takes more time is no
--   answer; within the first 20 working days it gives 20 more.
-- source: FOIA s10(1), s10(3); FOISA s10(1); SEMANTICS.md 30, 58
-- remedy: Answer, or have the answer recorded.

SELECT c.force_no, q.tool_no, c.request_no, NULL AS question_no, w.overdue AS certainty,
       'circulation' AS role, w.response_no, c.circulation_no,
       c.received_earliest AS responded_earliest, c.received_latest AS responded_latest,
       c.received_latest, w.due_latest, w.due_working_days,
       iif(w.due_working_days = 20, '', ' and a letter that took more time') AS why
FROM awaited w
JOIN circulation c ON c.circulation_no = w.circulation_no
JOIN request q ON q.request_no = c.request_no
WHERE w.overdue IS NOT NULL
ORDER BY c.force_no, q.tool_no, c.request_no
