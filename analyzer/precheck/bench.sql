-- Used by bench.c.

-- name: precheck_force
SELECT force_id, name, regime FROM force WHERE force_no = :no;

-- name: precheck_request
SELECT request_id FROM request WHERE request_no = :no;

-- name: precheck_tool
SELECT tool_id, name FROM tool WHERE tool_no = :no;

-- name: precheck_tools_of_request
-- The tool that requests.csv gives, else those that the request was answered about.
SELECT coalesce(q.tool_no, r.tool_no) AS tool_no
FROM request q
LEFT JOIN response r ON q.tool_no IS NULL AND r.request_no = q.request_no
WHERE q.request_id = :request_id AND coalesce(q.tool_no, r.tool_no) IS NOT NULL
GROUP BY 1
ORDER BY 1;

-- name: precheck_rows_called_so
-- Rows and requests, since an answer to no request of the pack is to one of that name.
SELECT (SELECT count(*)
        FROM response_wording
        WHERE response_id = :draft_id OR substr(response_id, 1, length(:draft_id) + 1) = :draft_id || ':')
     + (SELECT count(*)
        FROM request
        WHERE lower(request_id) = :draft_id OR instr(';' || replace(lower(aliases), ' ', '') || ';', ';' || :draft_id || ';')) AS n;

-- name: precheck_raise_as_of
UPDATE audit SET as_of_day = :day WHERE coalesce(as_of_day, -2000000) < :day;

-- name: precheck_as_of
SELECT as_of FROM audit;

-- name: known_requests
SELECT request_no AS number, request_id AS id, request_id AS name, aliases, 0 AS is_territorial FROM request
ORDER BY request_no;

-- name: precheck_circulated
SELECT CASE WHEN c.received_earliest = c.received_latest THEN date(c.received_earliest * 86400, 'unixepoch')
            WHEN c.received_latest - c.received_earliest < 31 THEN strftime('%Y-%m', c.received_earliest * 86400, 'unixepoch')
            ELSE strftime('%Y', c.received_earliest * 86400, 'unixepoch') END AS date
FROM circulation c
JOIN request q ON q.request_no = c.request_no
JOIN force f ON f.force_no = c.force_no
WHERE q.request_id = :request_id AND f.force_id = :force_id AND c.received_earliest IS NOT NULL;
