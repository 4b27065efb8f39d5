-- id: L08
-- name: late
-- title: Answered after the last working day for it
-- severity: low
-- basis: statute
-- message: {force} received {request} on {received_latest:day}, the {due_working_days}th working day{why}{extension.letters}{end}
--   was {due_latest:day}, and it {did} {answer.letters}.
-- rationale: The Act allows 20 working days, whatever the answer is. A letter within them that takes more
--   time for the public-interest test gives 20 more; FOISA knows no such extension.
-- source: FOIA s10(1), s10(3), s10(6); FOISA s10(1); SEMANTICS.md 33, 58
-- remedy: Note it; check whether a notice of extension was sent and is not in the data.

WITH extending AS MATERIALIZED ( -- the letters that take more time
    SELECT l.force_no, l.request_no, l.stage_no, l.letter_no, r.response_no, r.responded_earliest
    FROM profile p
    CROSS JOIN response_meaning m ON m.profile_no = p.profile_no
    CROSS JOIN response r ON r.response_no = m.response_no
    CROSS JOIN letter l ON l.letter_no = m.letter_no
    WHERE p.stance = 'extended'
), late AS MATERIALIZED (
    SELECT l.*, EXISTS (SELECT 1 FROM extending x WHERE x.letter_no = l.letter_no) AS takes_time,
           iif(l.due_working_days = 20, NULL, (
               SELECT x.response_no
               FROM extending x
               WHERE x.force_no = l.force_no AND x.request_no = l.request_no AND x.stage_no = l.stage_no
                 AND x.letter_no <> l.letter_no AND x.responded_earliest IS NOT l.responded_latest
               ORDER BY x.responded_earliest IS NULL, x.responded_earliest, x.response_no LIMIT 1)) AS extending_no
    FROM letter l
    WHERE l.late IS NOT NULL
), told AS (             -- the first late letter of a request says which day was the last
    SELECT l.*, first_value(extending_no) OVER k AS extended_by, iif(max(takes_time) OVER whole, 'wrote', 'answered in') AS did
    FROM late l
    WINDOW whole AS (PARTITION BY force_no, tool_no, request_no), k AS (whole ORDER BY letter_no)
), worded AS (
    SELECT t.*, iif(extended_by IS NULL, '', ' (it took more time in ') AS why, iif(extended_by IS NULL, '', ')') AS "end"
    FROM told t
), rows AS (
    SELECT w.*, 'answer' AS role, late_response_no AS row_no, responded_earliest AS earliest, responded_latest AS latest
    FROM worded w
    UNION ALL
    SELECT w.*, 'extension', extended_by, NULL, NULL FROM worded w WHERE extended_by IS NOT NULL
)
SELECT force_no, tool_no, request_no, NULL AS question_no, late AS certainty, role, row_no AS response_no,
       earliest AS responded_earliest, latest AS responded_latest, received_latest, due_latest, due_working_days,
       why, "end", did
FROM rows
ORDER BY force_no, tool_no, request_no, letter_no, role
