-- summary.json: rules of the user's that could not be used
SELECT file, line, reason FROM rule_fault ORDER BY fault_no;
