-- The last word of each force on each national request, requests in order of time. A
-- request whose scope is not known counts where two forces or more answered it.
SELECT tool_no,
       dense_rank() OVER (PARTITION BY tool_no ORDER BY coalesce(logged_earliest, first_answer), request_id) AS wave,
       force_no, CASE position_on_use WHEN 'confirm' THEN 0 WHEN 'deny' THEN 1 ELSE 2 END, request_id
FROM (SELECT l.tool_no, l.force_no, l.position_on_use, q.request_id, q.logged_earliest, q.scope,
             min(l.responded_earliest) OVER w AS first_answer, count(*) OVER w AS answers
      FROM letter l
      JOIN request q ON q.request_no = l.request_no
      WHERE l.speaks_for_request
      WINDOW w AS (PARTITION BY l.tool_no, l.request_no))
WHERE scope = 'national' OR (scope IS NULL AND answers >= 2)
ORDER BY tool_no, wave, force_no
