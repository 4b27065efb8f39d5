-- The requests that have a map, for those who asked for another
SELECT group_concat(request_id, ', ') FROM (
    SELECT DISTINCT q.request_id
    FROM temp.page_chart c JOIN request q ON q.request_no = c.request_no
    ORDER BY q.request_id LIMIT 12);
