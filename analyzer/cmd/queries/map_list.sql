-- What `concord map --list` shows
SELECT c.kind, coalesce(t.tool_id, ''), coalesce(q.request_id, ''), c.title
FROM temp.page_chart c
LEFT JOIN tool t ON t.tool_no = c.tool_no
LEFT JOIN request q ON q.request_no = c.request_no
ORDER BY c.place, c.chart;
