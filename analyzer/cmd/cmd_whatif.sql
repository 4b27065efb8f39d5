-- Used by cmd_whatif.c.

-- name: whatif_best
-- The best single corrections: of each tool, and the force whose index would fall most
SELECT c.aim, t.name AS tool, t.tool_id, f.name AS force, f.force_id, w.response_id, l.date_responded,
       not_dated(l.received_earliest, l.received_latest, r.retrieved_earliest, r.retrieved_latest) AS not_dated,
       c.to_position, c.before, c.after
FROM correction c
JOIN tool t ON t.tool_no = c.tool_no
JOIN force f ON f.force_no = c.force_no
JOIN letter l ON l.letter_no = c.letter_no
JOIN response_wording w ON w.response_no = l.response_no
JOIN response r ON r.response_no = l.response_no
WHERE c.aim = 'exposure'
   OR c.correction_no = (SELECT correction_no FROM correction JOIN force USING (force_no) WHERE aim = 'complaint_risk'
                         ORDER BY before - after DESC, force_id LIMIT 1)
ORDER BY c.aim <> 'exposure', t.name, t.tool_id;

-- name: whatif_tool
SELECT tool_id, name FROM tool WHERE tool_no = :tool_no;
