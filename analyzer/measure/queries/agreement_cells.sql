-- What each force says to each question that two or more take a position on. Positions and
-- conformance count from 1; 0 is none. Questions stand in order of their identifiers, so that
-- the order of rows in the pack decides nothing.
SELECT u.tool_no, c.unit_no, c.force_no,
       CASE c.position WHEN 'confirm' THEN 1 WHEN 'deny' THEN 2 ELSE 3 END,
       CASE p.conforms WHEN 'yes' THEN 1 WHEN 'no' THEN 2 ELSE 0 END,
       p.acknowledged = 'own'
FROM (SELECT u.*, row_number() OVER (ORDER BY q.request_id, qu.question_id, u.tool_no) AS place
      FROM unit u
      JOIN request q ON q.request_no = u.request_no
      LEFT JOIN question qu ON qu.question_no = u.question_no) u
JOIN cell c ON c.unit_no = u.unit_no
JOIN response_meaning m ON m.response_no = c.response_no
JOIN profile p ON p.profile_no = m.profile_no
WHERE u.confirming + u.denying + u.ncnd >= 2 AND c.position <> 'silent'
ORDER BY u.tool_no, u.place, c.force_no
