-- The one letter whose change would lower the tool's leaked bits most
SELECT f.name AS force, w.response_id, coalesce(l.date_responded, 'undated') AS date_responded, c.to_position,
       fixed(c.before, 2) AS before, fixed(c.after, 2) AS after
FROM correction c
JOIN force f ON f.force_no = c.force_no
JOIN letter l ON l.letter_no = c.letter_no
JOIN response_wording w ON w.response_no = l.response_no
WHERE c.aim = 'exposure' AND c.tool_no = :tool_no
ORDER BY c.correction_no;
