-- Tools whose requests are told one by one
SELECT t.tool_no, t.tool, count(*) AS requests
FROM temp.page_tool t JOIN temp.page_request q ON q.tool_no = t.tool_no
GROUP BY t.tool_no
ORDER BY t.place;
