-- The best single corrections: of each tool, and the force whose index would fall most
SELECT CASE c.aim WHEN 'exposure' THEN 1 ELSE 2 END, c.aim, t.name, f.name, w.response_id, l.date_responded,
       c.to_position, c.before, c.after
FROM correction c
JOIN tool t ON t.tool_no = c.tool_no
JOIN force f ON f.force_no = c.force_no
JOIN letter l ON l.letter_no = c.letter_no
JOIN response_wording w ON w.response_no = l.response_no
WHERE c.aim = 'exposure'
   OR c.correction_no = (SELECT correction_no FROM correction JOIN force USING (force_no) WHERE aim = 'compliance'
                         ORDER BY before - after DESC, force_id LIMIT 1)
ORDER BY 1, t.name, t.tool_id
