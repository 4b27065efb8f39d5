-- Used by pack_letters.c.

-- name: wordings_of_pack
-- Where the tool is nobody's, none is asked about. `initial` is what a row without a stage has.
SELECT r.response_no, w.response_id, r.force_no, f.force_id, q.request_id, nullif(t.tool_id, 'unspecified') AS tool_id,
       u.question_id, o.topic, nullif(g.stage, 'initial') AS stage, w.reference, r.date_received, r.date_responded,
       w.text_file, w.text
FROM response_wording w
JOIN dated_response r ON r.response_no = w.response_no
JOIN force f ON f.force_no = r.force_no
JOIN request q ON q.request_no = r.request_no
JOIN tool t ON t.tool_no = r.tool_no
JOIN stage g ON g.stage_no = r.stage_no
LEFT JOIN question u ON u.question_no = r.question_no
LEFT JOIN topic o ON o.topic_no = r.topic_no
WHERE w.text IS NOT NULL OR w.text_file IS NOT NULL
ORDER BY w.response_no;
