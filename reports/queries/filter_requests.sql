SELECT q.request_id, count(*) AS n
FROM temp.page_finding p
JOIN finding fi ON fi.finding_no = p.finding_no
JOIN request q ON q.request_no = fi.request_no
GROUP BY q.request_no
ORDER BY q.request_id;
