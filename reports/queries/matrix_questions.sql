SELECT coalesce(question_id, 'all') AS question, topic
FROM temp.page_unit
WHERE tool_no = :tool_no AND band = :band
ORDER BY place;
