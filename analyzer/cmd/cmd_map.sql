-- Used by cmd_map.c.

-- name: map_list
-- What `concord map --list` shows
SELECT c.kind, coalesce(t.tool_id, '') AS tool, coalesce(q.request_id, '') AS request, c.title
FROM temp.page_chart c
LEFT JOIN tool t ON t.tool_no = c.tool_no
LEFT JOIN request q ON q.request_no = c.request_no
ORDER BY c.place, c.chart;

-- name: map_kinds
-- The kinds of chart that this audit has
SELECT group_concat(kind, ', ') AS kinds FROM (SELECT DISTINCT kind FROM temp.page_chart ORDER BY kind);

-- name: map_requests
-- The requests that have a map, for those who asked for another
SELECT group_concat(request_id, ', ') AS requests FROM (
    SELECT DISTINCT q.request_id
    FROM temp.page_chart c JOIN request q ON q.request_no = c.request_no
    ORDER BY q.request_id LIMIT 12);

-- name: map_request_number
SELECT request_no FROM request WHERE request_id = :request_id;

-- name: map_age_table
CREATE TEMP TABLE IF NOT EXISTS page_age (old_after INTEGER NOT NULL);

-- name: map_age
INSERT INTO temp.page_age (old_after) VALUES (:years);
