-- Within a severity: the rules that found something shown
SELECT r.rule_id, r.title, r.basis, r.remedy,
       (SELECT count(*) FROM temp.page_finding p WHERE p.severity = :severity AND p.rule_id = r.rule_id) AS n
FROM rule r
WHERE EXISTS (SELECT 1 FROM temp.page_finding p WHERE p.severity = :severity AND p.rule_id = r.rule_id)
ORDER BY r.rule_id;
