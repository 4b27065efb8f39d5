-- id: L08
-- name: late
-- title: Answered after the last working day for it
-- severity: low
-- basis: statute
-- message: {force} received {request} on {received_latest:day}, the {due_working_days}th working day was
--   {due_latest:day}, and it answered in {answer.letters}.
-- rationale: The Act allows 20 working days, whatever the answer is. A letter within them that takes more
--   time for the public-interest test gives 20 more; FOISA knows no such extension.
-- source: FOIA s10(1), s10(3), s10(6); FOISA s10(1); SEMANTICS.md 33, 58
-- remedy: Note it; check whether a notice of extension was sent and is not in the data.

SELECT l.force_no, l.tool_no, l.request_no, NULL AS question_no, l.late AS certainty, 'answer' AS role,
       l.late_response_no AS response_no, l.responded_earliest, l.responded_latest, l.received_latest, l.due_latest, l.due_working_days
FROM letter l
WHERE l.late IS NOT NULL
ORDER BY l.force_no, l.tool_no, l.request_no, l.letter_no
