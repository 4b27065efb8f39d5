SELECT r.rule_id, r.title, count(*) AS n
FROM temp.page_finding p JOIN rule r ON r.rule_id = p.rule_id
GROUP BY r.rule_id
ORDER BY r.rule_id;
