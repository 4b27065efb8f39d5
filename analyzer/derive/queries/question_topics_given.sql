-- The topic that responses give a question: the alphabetically first (clause 17).
SELECT r.question_no, min(t.topic)
FROM response r
JOIN topic t ON t.topic_no = r.topic_no
WHERE r.question_no IS NOT NULL
GROUP BY r.question_no
