-- The map beside the headline: of the most answered tool
SELECT chart, title, subtitle, source
FROM temp.page_chart
WHERE kind = 'stance-map' AND request_no = 0
ORDER BY place, chart
LIMIT 1;
