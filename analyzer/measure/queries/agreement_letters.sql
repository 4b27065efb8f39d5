-- What each force says about a tool's use to each request, by its last word on it.
SELECT l.tool_no, l.force_no, l.request_no,
       CASE l.position_on_use WHEN 'confirm' THEN 1 WHEN 'deny' THEN 2 ELSE 3 END,
       CASE p.conforms WHEN 'yes' THEN 1 WHEN 'no' THEN 2 ELSE 0 END,
       p.acknowledged = 'own'
FROM letter l
JOIN response_meaning m ON m.response_no = l.response_no
JOIN profile p ON p.profile_no = m.profile_no
WHERE l.speaks_for_request
ORDER BY l.tool_no, l.force_no, l.request_no
