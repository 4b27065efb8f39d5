-- The advice in force for the letters that answer a request about a tool, how many of them
-- follow it, and the forces that depart from it
SELECT g.guidance_id, g.title AS guidance, replace(replace(g.expected_stance, ';', ' or '), '_', ' ') AS expects,
       v.effective_from, v.effective_to, count(*) AS judged, sum(d.conforms = 'yes') AS follow,
       (SELECT group_concat(name, ', ') FROM (
            SELECT DISTINCT f.name
            FROM letter l
            JOIN response_meaning m ON m.response_no = l.response_no
            JOIN profile p ON p.profile_no = m.profile_no AND p.guidance_no = g.guidance_no AND p.conforms = 'no'
            JOIN force f ON f.force_no = l.force_no
            WHERE l.request_no = :request_no AND l.tool_no = :tool_no
            ORDER BY f.name LIMIT 60)) AS departing
FROM (SELECT p.guidance_no, p.conforms
      FROM letter l
      JOIN response_meaning m ON m.response_no = l.response_no
      JOIN profile p ON p.profile_no = m.profile_no
      WHERE l.request_no = :request_no AND l.tool_no = :tool_no AND p.conforms IN ('yes', 'no')) d
JOIN guidance g ON g.guidance_no = d.guidance_no
JOIN v_guidance v ON v.guidance_no = g.guidance_no
GROUP BY g.guidance_no
ORDER BY v.effective_from, g.guidance_id
LIMIT 12;
