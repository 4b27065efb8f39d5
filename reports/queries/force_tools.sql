-- What is known of a force, tool by tool
SELECT t.name AS tool, CASE coalesce(v.public_position, '') WHEN '' THEN 'none' WHEN 'ncnd' THEN 'NCND' ELSE v.public_position END AS position,
       CASE coalesce(v.public_position, '') WHEN 'confirm' THEN 'C' WHEN 'deny' THEN 'D' WHEN 'ncnd' THEN 'N' ELSE '-' END AS letter,
       CASE coalesce(v.public_position, '') WHEN '' THEN 'none' ELSE v.public_position END AS state,
       CASE v.stands_on WHEN 'acknowledgement' THEN 'its own acknowledgement' WHEN 'letter' THEN 'its latest letter' ELSE '' END AS stands_on,
       v.letters, CASE WHEN v.judged = 0 THEN 'no advice to judge by' ELSE v.conforming || ' of ' || v.judged END AS conforming,
       coalesce(fixed(v.p_use, 2), 'not told') AS exposure, fixed(v.compliance, 2) AS compliance,
       v.critical + v.high + v.medium + v.low + v.info AS findings
FROM temp.page_force_numbers v
JOIN tool t ON t.tool_no = v.tool_no
WHERE v.force_no = :force_no
ORDER BY t.name, t.tool_id
LIMIT 12;
