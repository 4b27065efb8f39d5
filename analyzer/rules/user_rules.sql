-- Used by user_rules.c.

-- name: insert_rule_fault
INSERT INTO rule_fault (file, line, reason) VALUES (:file, :line, :reason);

-- name: roles_of_rule
SELECT DISTINCT e.role AS role
FROM finding f
JOIN finding_evidence e ON e.finding_no = f.finding_no
WHERE f.rule_id = :rule_id
ORDER BY e.role;
