-- Rows of a pack that have no letter, as wording_to_read has those that have one.
CREATE TEMP VIEW row_without_wording AS
SELECT r.response_no, w.response_id, r.force_no, q.request_id, nullif(t.tool_id, 'unspecified') AS tool_id, u.question_id, o.topic,
       nullif(g.stage, 'initial') AS stage, w.reference, r.date_received, r.date_responded
FROM response_wording w
JOIN dated_response r ON r.response_no = w.response_no
JOIN request q ON q.request_no = r.request_no
JOIN tool t ON t.tool_no = r.tool_no
JOIN stage g ON g.stage_no = r.stage_no
LEFT JOIN question u ON u.question_no = r.question_no
LEFT JOIN topic o ON o.topic_no = r.topic_no
WHERE w.text IS NULL AND w.text_file IS NULL;
