-- Used by alike.c.

-- name: rows_by_tool
-- How many responses are about each tool, and the first line of them.
SELECT tool_no AS number, count(*) AS n, min(line) AS line FROM response GROUP BY tool_no;

-- name: rows_by_request
SELECT request_no AS number, count(*) AS n, min(line) AS line FROM response GROUP BY request_no;

-- name: rows_by_question
SELECT question_no AS number, count(*) AS n, min(line) AS line
FROM response
WHERE question_no IS NOT NULL
GROUP BY question_no;

-- name: tools_called
SELECT tool_no AS number, name, aliases FROM tool ORDER BY tool_no;

-- name: questions_asked
-- Beside their requests, so that the order in which rows name them makes no difference.
SELECT q.question_no AS number, q.file_no IS NOT NULL AS is_listed,
       q.question_id AS id, r.request_id
FROM question q
JOIN request r ON r.request_no = q.request_no
ORDER BY r.request_id, q.question_id;

-- name: file_of_responses
SELECT file_no FROM input_file WHERE kind = 'responses';
