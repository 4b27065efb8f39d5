SELECT rule_id, change, title FROM rule_change ORDER BY change, rule_id
