-- The advice in force for the letters that answer a request about a tool, how many of them
-- follow it, and the forces that depart from it
SELECT g.guidance_id, g.title AS guidance, replace(replace(g.expected_stance, ';', ' or '), '_', ' ') AS expects,
       v.effective_from, v.effective_to, count(*) AS judged, sum(d.conforms = 'yes') AS follow,
       (SELECT group_concat(name, ', ') FROM (
            SELECT DISTINCT f.name
            FROM temp.page_judged j
            JOIN force f ON f.force_no = j.force_no
            WHERE j.request_no = :request_no AND j.tool_no = :tool_no AND j.guidance_no = g.guidance_no AND j.conforms = 'no'
            ORDER BY f.name LIMIT 60)) AS departing
FROM temp.page_judged d
JOIN guidance g ON g.guidance_no = d.guidance_no
JOIN v_guidance v ON v.guidance_no = g.guidance_no
WHERE d.request_no = :request_no AND d.tool_no = :tool_no
GROUP BY g.guidance_no
ORDER BY v.effective_from, g.guidance_id
LIMIT 12;
