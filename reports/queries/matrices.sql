-- Tools with a matrix, and how much of it is shown
SELECT t.tool_no, t.tool, t.tool_id, t.place AS matrix,
       (SELECT count(*) FROM temp.page_unit p WHERE p.tool_no = t.tool_no) AS shown,
       (SELECT count(*) FROM unit u WHERE u.tool_no = t.tool_no) AS units,
       (SELECT nullif(count(*) - 60, 0) FROM unit u WHERE u.tool_no = t.tool_no HAVING count(*) > 60) AS further
FROM temp.page_tool t
WHERE t.place <= 6 AND EXISTS (SELECT 1 FROM temp.page_unit p WHERE p.tool_no = t.tool_no)
ORDER BY t.place;
