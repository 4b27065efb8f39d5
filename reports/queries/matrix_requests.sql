-- The upper header: requests, each over its questions
SELECT request_id, count(*) AS span, max(unit_no) AS last
FROM temp.page_unit
WHERE tool_no = :tool_no AND band = :band
GROUP BY request_no
ORDER BY min(place);
