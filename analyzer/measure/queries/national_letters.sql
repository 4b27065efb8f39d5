-- The last word of each force on each national request, requests in order of time. A
-- request whose scope is not known counts where two forces or more answered it.
WITH asked AS (
    SELECT l.tool_no, l.request_no,
           row_number() OVER (PARTITION BY l.tool_no
                              ORDER BY coalesce(q.logged_earliest, min(l.responded_earliest)), q.request_id) AS wave
    FROM letter l
    JOIN request q ON q.request_no = l.request_no
    WHERE l.speaks_for_request
    GROUP BY l.tool_no, l.request_no
    HAVING q.scope = 'national' OR (q.scope IS NULL AND count(*) >= 2)
)
SELECT l.tool_no, a.wave, l.force_no,
       CASE l.position_on_use WHEN 'confirm' THEN 0 WHEN 'deny' THEN 1 ELSE 2 END, q.request_id
FROM asked a
JOIN letter l ON l.tool_no = a.tool_no AND l.request_no = a.request_no
JOIN request q ON q.request_no = l.request_no
WHERE l.speaks_for_request
ORDER BY l.tool_no, a.wave, l.force_no
