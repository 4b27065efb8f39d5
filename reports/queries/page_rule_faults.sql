SELECT file, line, reason FROM rule_fault ORDER BY fault_no;
