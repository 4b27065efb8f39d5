-- Used by registry.c.

-- name: listed_forces
SELECT force_no AS number, force_id AS id, name, aliases, regime, area_code FROM force ORDER BY force_no;

-- name: listed_collaborations
SELECT collaboration_no AS number, collaboration_id AS id, name, NULL AS aliases, NULL AS regime, NULL AS area_code
FROM collaboration
ORDER BY collaboration_no;

-- name: listed_tools
SELECT tool_no AS number, tool_id AS id, name, aliases, NULL AS regime, NULL AS area_code FROM tool ORDER BY tool_no;

-- name: insert_named_tool
-- A tool that tools.csv lacks.
INSERT INTO tool (tool_no, tool_id, name) VALUES (:number, :id, :id);

-- name: insert_named_request
-- A request that requests.csv lacks.
INSERT INTO request (request_no, request_id, title) VALUES (:number, :id, :id);

-- name: respell_tool
-- SEMANTICS 63: of the spellings of a tool that tools.csv lacks, the one that is shown.
UPDATE tool SET tool_id = :id, name = :id WHERE tool_no = :number;

-- name: respell_request
UPDATE request SET request_id = :id, title = :id WHERE request_no = :number;

-- name: insert_named_question
-- A question that questions.csv lacks.
INSERT INTO question (question_no, request_no, question_id) VALUES (:number, :request_no, :id);
