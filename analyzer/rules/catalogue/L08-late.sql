-- id: L08
-- name: late
-- title: Answered after the 20th working day
-- severity: low
-- basis: statute
-- message: {force} received {request} on {received_latest:day}, the 20th working day was
--   {due_latest:day}, and it answered in {answer.letters}.
-- rationale: The Act allows 20 working days; an extension for the public-interest test may explain the
--   rest, and is not in the data.
-- source: FOIA s10(1), s10(6); FOISA s10(1); SEMANTICS.md 33
-- remedy: Note it; check whether a notice of extension was sent.

SELECT l.force_no, l.tool_no, l.request_no, NULL AS question_no, l.late AS certainty, 'answer' AS role,
       l.late_response_no AS response_no, l.responded_earliest, l.responded_latest, l.received_latest, l.due_latest
FROM letter l
WHERE l.late IS NOT NULL
ORDER BY l.force_no, l.tool_no, l.request_no, l.letter_no
