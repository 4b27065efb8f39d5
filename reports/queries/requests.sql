-- The requests about a tool, the latest first; of the first twelve with a map it is shown
SELECT h.tool_no, h.request_no, h.request_id, 'request-' || h.request_file_name || q.second_tool AS anchor,
       nullif(r.title, r.request_id) AS request_title, coalesce(h.date_logged, 'on an unknown date') AS date_logged, h.sentence,
       CASE r.scope WHEN 'national' THEN 'national' WHEN 'some' THEN 'to some forces' WHEN 'one' THEN 'to one force' END AS scope,
       r.summary, CASE WHEN r.source_url LIKE 'http://%' OR r.source_url LIKE 'https://%' THEN r.source_url END AS link,
       CASE WHEN row_number() OVER (ORDER BY c.chart IS NULL, h.request_place DESC) <= 12 THEN c.chart END AS chart,
       c.title, c.subtitle, c.source,
       coalesce(c.title || ', ', '') || 'request-' || h.request_file_name || q.second_tool AS map_label,
       (SELECT n.findings || CASE n.findings WHEN 1 THEN ' finding' ELSE ' findings' END
        FROM temp.page_request_findings n WHERE n.request_no = h.request_no) AS findings
FROM page_headline h
JOIN temp.page_request q ON q.tool_no = h.tool_no AND q.request_no = h.request_no
JOIN request r ON r.request_no = h.request_no
LEFT JOIN temp.page_chart c ON c.tool_no = h.tool_no AND c.request_no = h.request_no AND c.kind = 'stance-map'
WHERE h.tool_no = :tool_no
ORDER BY h.request_place DESC;
