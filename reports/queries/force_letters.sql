-- A force's letters in order of time, the last sixty
WITH latest AS (
    SELECT letter_no FROM letter WHERE force_no = :force_no
    ORDER BY responded_latest DESC, letter_no DESC
    LIMIT 60
)
SELECT l.letter_no, coalesce(l.date_responded, 'undated') AS date_responded, q.request_id, t.name AS tool,
       replace(s.stage, '_', ' ') AS stage,
       v.state, v.letter, v.short AS position,
       CASE st.stance WHEN 'ncnd' THEN 'NCND' ELSE replace(st.stance, '_', ' ') END AS says, replace(x.citations, ';', ', ') AS exemptions, w.response_id,
       CASE p.conforms WHEN 'yes' THEN 'follows' WHEN 'no' THEN 'departs from' END AS conforms, g.guidance_id,
       CASE WHEN w.source_url LIKE 'http://%' OR w.source_url LIKE 'https://%' THEN w.source_url END AS link,
       CASE l.late WHEN 'certain' THEN 'late' WHEN 'possible' THEN 'perhaps late' END AS late,
       (SELECT f.finding_id FROM finding_evidence e JOIN temp.page_finding f ON f.finding_no = e.finding_no
        JOIN finding fi ON fi.finding_no = f.finding_no
        WHERE e.response_no = l.response_no
        ORDER BY fi.force_no IS :force_no DESC, f.place LIMIT 1) AS finding_id,
       coalesce('request-' || pq.file_name || pq.second_tool, '') AS request_anchor
FROM latest
JOIN letter l ON l.letter_no = latest.letter_no
JOIN request q ON q.request_no = l.request_no
JOIN tool t ON t.tool_no = l.tool_no
JOIN stage s ON s.stage_no = l.stage_no
JOIN response r ON r.response_no = l.response_no
JOIN stance st ON st.stance_no = r.stance_no
JOIN temp.state_word v ON v.state = CASE st.stance WHEN 'unread' THEN 'unread' ELSE l.position_on_use END
JOIN response_wording w ON w.response_no = l.response_no
LEFT JOIN exemption_set x ON x.set_no = r.set_no
LEFT JOIN response_meaning m ON m.response_no = l.response_no
LEFT JOIN profile p ON p.profile_no = m.profile_no
LEFT JOIN guidance g ON g.guidance_no = p.guidance_no
LEFT JOIN temp.page_request pq ON pq.request_no = l.request_no AND pq.tool_no = l.tool_no
ORDER BY l.responded_latest IS NOT NULL, l.responded_latest, l.letter_no;
