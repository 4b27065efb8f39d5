SELECT chart, title, subtitle, source
FROM temp.page_chart
WHERE kind = 'boundary-map' AND tool_no = :tool_no AND request_no = 0
ORDER BY place, chart;
