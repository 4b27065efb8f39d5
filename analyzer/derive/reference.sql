-- Used by reference.c.

-- name: day_of_audit
SELECT as_of_day FROM audit;

-- name: regime_of_forces
SELECT force_no, regime, kind IS 'territorial' AS is_territorial FROM force ORDER BY force_no;

-- name: requests_by_id
SELECT request_no FROM request ORDER BY request_id;

-- name: topics_listed
-- -1 where questions.csv does not list the question.
SELECT question_no, request_no, coalesce(topic_no, -1) AS listed_topic FROM question ORDER BY question_no;

-- name: topics_given
-- The topic that responses give a question: the alphabetically first (clause 17).
SELECT r.question_no, min(t.topic) AS topic
FROM response r
JOIN topic t ON t.topic_no = r.topic_no
WHERE r.question_no IS NOT NULL
GROUP BY r.question_no;

-- name: questions_by_request
SELECT question_no, request_no FROM question ORDER BY request_no, question_id;

-- name: parents_of_tools
SELECT tool_no, parent_no FROM tool ORDER BY tool_no;

-- name: guidance_by_number
SELECT guidance_no, request_no, tool_no, effective_from_earliest AS from_earliest,
       effective_from_latest AS from_latest, effective_to_earliest AS to_earliest,
       effective_to_latest AS to_latest, condition, expects_confirm, expects_deny, expects_ncnd,
       expected_partial_ncnd AS expects_partial
FROM guidance
ORDER BY guidance_no;

-- name: memberships_by_force
SELECT collaboration_no, force_no, from_earliest, from_latest, to_earliest, to_latest
FROM membership
ORDER BY force_no, collaboration_no, membership_no;

-- name: days_off
-- Those of Scotland, or of any part of the United Kingdom.
SELECT DISTINCT day FROM bank_holiday WHERE :scotland_only = 0 OR division = 'scotland' ORDER BY day;
