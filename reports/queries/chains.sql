-- Tools whose timeline the page shows
SELECT t.tool_no, t.tool, count(*) AS steps, nullif(count(*) - count(p.step), 0) AS further, count(p.step) AS shown
FROM temp.page_tool t
JOIN chain_step c ON c.tool_no = t.tool_no
LEFT JOIN temp.page_chain p ON p.tool_no = c.tool_no AND p.step = c.step
WHERE t.place <= 6
GROUP BY t.tool_no
ORDER BY t.place;
