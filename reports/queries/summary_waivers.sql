-- summary.json: every waiver and what became of it
SELECT what, state, findings, reason, approved_by_role, expires_on, file, line
FROM v_waivers
ORDER BY waiver_no;
