-- Initial letters by kind of applicant and position, one row a tool and kind.
SELECT l.tool_no, r.applicant_no, sum(l.position_on_use = 'confirm'), sum(l.position_on_use = 'deny'),
       sum(l.position_on_use = 'ncnd')
FROM letter l
JOIN response r ON r.response_no = l.response_no
WHERE l.stage_no = 0 AND l.position_on_use <> 'silent' AND r.applicant_no IS NOT NULL
GROUP BY l.tool_no, r.applicant_no
ORDER BY l.tool_no, r.applicant_no
