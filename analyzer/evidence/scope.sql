-- Used by scope.c.

-- name: bag_request_number
SELECT request_no FROM request WHERE request_id = :request_id;

-- name: bag_requests_of_force
SELECT group_concat(request_id, ', ') AS requests
FROM (SELECT DISTINCT q.request_id FROM response r JOIN request q ON q.request_no = r.request_no
      WHERE r.force_no = :force_no ORDER BY q.request_id LIMIT 12);

-- name: bag_scope_names
SELECT f.force_id, f.name AS force, q.request_id, t.tool_id, t.name AS tool
FROM force f
LEFT JOIN request q ON q.request_no = :request_no
LEFT JOIN tool t ON t.tool_no = :tool_no
WHERE f.force_no = :force_no;

-- name: insert_bag_scope
INSERT INTO temp.bag_scope (force_no, request_no, tool_no)
VALUES (:force_no, nullif(:request_no, 0), nullif(:tool_no, 0));

-- name: bag_is_empty
SELECT NOT EXISTS (SELECT 1 FROM temp.bag_response)
       AND NOT EXISTS (SELECT 1 FROM temp.bag_finding)
       AND NOT (EXISTS (SELECT 1 FROM temp.bag_acknowledgement WHERE speaks IN ('own', 'collaboration'))
                AND (SELECT request_no IS NULL FROM temp.bag_scope)) AS is_empty;
