-- compliance.csv: the parts of the index
SELECT force_id, tool_id, cause, finding_id, rule_id, severity, certainty, fixed(weight, 3) AS weight,
       CASE counts WHEN 1 THEN 'yes' ELSE 'no' END AS counts
FROM v_compliance_parts
ORDER BY force_id, tool_id, cause, counts DESC, finding_id
