-- The advice in force for a request or its tool, in order of time
SELECT g.guidance_id, g.title AS guidance, g.condition, replace(replace(g.expected_stance, ';', ' or '), '_', ' ') AS expects,
       v.effective_from, v.effective_to
FROM guidance g
JOIN v_guidance v ON v.guidance_no = g.guidance_no
WHERE g.request_no = :request_no
ORDER BY v.effective_from, g.guidance_id
LIMIT 12;
