-- name: page_rules_that_ran
SELECT r.rule_id, r.title, r.severity, r.basis, count(f.finding_no) AS n,
       coalesce(sum(f.certainty = 'possible'), 0) AS possible
FROM rule r
LEFT JOIN finding f ON f.rule_id = r.rule_id AND f.status = 'open'
GROUP BY r.rule_id
ORDER BY r.rule_id;
