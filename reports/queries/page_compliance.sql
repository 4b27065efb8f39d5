-- Forces by their compliance index
SELECT c.force_no, c.force, fixed(c.compliance, 2) AS compliance, c.causes,
       w.response_id, coalesce(l.date_responded, 'undated') AS date_responded, fixed(k.after, 2) AS after
FROM (SELECT * FROM v_compliance_of_forces ORDER BY compliance DESC, force LIMIT 60) c
LEFT JOIN correction k ON k.aim = 'compliance' AND k.force_no = c.force_no
LEFT JOIN letter l ON l.letter_no = k.letter_no
LEFT JOIN response_wording w ON w.response_no = l.response_no
ORDER BY c.compliance DESC, c.force
LIMIT 60;
