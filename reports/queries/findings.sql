-- findings.csv
SELECT finding_id, rule_id, severity, certainty, status, change, force_id, tool_id, request_id, question_id,
       date, response_ids, acknowledgement_ids, message, remedy, parties, parties_digest
FROM v_findings
ORDER BY severity_rank DESC, certainty = 'possible', rule_id, force_id, tool_id, request_id, question_id, finding_id;
