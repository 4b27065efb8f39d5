-- What each force says to each question that two or more take a position on. Positions and
-- conformance count from 1; 0 is none.
SELECT u.tool_no, c.unit_no, c.force_no,
       CASE c.position WHEN 'confirm' THEN 1 WHEN 'deny' THEN 2 ELSE 3 END,
       CASE p.conforms WHEN 'yes' THEN 1 WHEN 'no' THEN 2 ELSE 0 END,
       p.acknowledged = 'own'
FROM unit u
JOIN cell c ON c.unit_no = u.unit_no
JOIN response_meaning m ON m.response_no = c.response_no
JOIN profile p ON p.profile_no = m.profile_no
WHERE u.confirming + u.denying + u.ncnd >= 2 AND c.position <> 'silent'
ORDER BY u.tool_no, c.unit_no, c.force_no
