-- What is known of a force, tool by tool
SELECT t.name AS tool, coalesce(w.short, 'none known') AS position, coalesce(w.letter, '') AS letter, coalesce(w.state, 'none') AS state,
       CASE v.stands_on WHEN 'acknowledgement' THEN 'its own acknowledgement' WHEN 'letter' THEN 'its latest letter' ELSE '' END AS stands_on,
       v.letters, CASE WHEN v.letters > 0 AND v.with_position = 0 THEN 'no position read' WHEN v.judged = 0 THEN 'no advice to judge by' ELSE v.conforming || ' of ' || v.judged END AS conforming,
       coalesce(fixed(v.p_use, 2), 'not told') AS exposure, CASE WHEN v.with_position = 0 AND v.causes = 0 THEN 'no letter read' ELSE fixed(v.compliance, 2) END AS compliance,
       v.critical + v.high + v.medium + v.low + v.info AS findings
FROM temp.page_force_numbers v
JOIN tool t ON t.tool_no = v.tool_no
LEFT JOIN temp.state_word w ON w.state = v.public_position
WHERE v.force_no = :force_no
ORDER BY t.name, t.tool_id
LIMIT 12;
