SELECT chart, title, subtitle, source
FROM temp.page_chart
WHERE kind = 'whatif' AND tool_no = :tool_no
ORDER BY place, chart;
