SELECT chart, title, subtitle, source
FROM temp.page_chart
WHERE kind = 'findings'
ORDER BY place, chart;
