-- summary.json: the compliance index of each force that has findings which count
SELECT force_id, compliance, causes FROM v_compliance_of_forces ORDER BY force_id;
