-- findings.json: as findings.csv, with the identifiers as lists
SELECT v.finding_id, v.rule_id, v.severity, v.certainty, v.status, v.change, v.force_id, v.tool_id, v.request_id,
       v.question_id, v.date,
       (SELECT json_group_array(response_id) FROM (
            SELECT DISTINCT w.response_id
            FROM finding_evidence e JOIN response_wording w ON w.response_no = e.response_no
            WHERE e.finding_no = v.finding_no ORDER BY w.response_id)) AS response_ids_json,
       (SELECT json_group_array(acknowledgement_id) FROM (
            SELECT DISTINCT a.acknowledgement_id
            FROM finding_evidence e JOIN acknowledgement a ON a.acknowledgement_no = e.acknowledgement_no
            WHERE e.finding_no = v.finding_no ORDER BY a.acknowledgement_id)) AS acknowledgement_ids_json,
       v.message, v.remedy,
       (SELECT json_group_array(force_id) FROM (
            SELECT f.force_id
            FROM finding_party p JOIN force f ON f.force_no = p.force_no
            WHERE p.finding_no = v.finding_no ORDER BY p.force_no)) AS parties_json,
       v.parties_digest
FROM v_findings v
ORDER BY v.severity_rank DESC, v.certainty = 'possible', v.rule_id, v.force_id, v.tool_id, v.request_id,
         v.question_id, v.finding_id;
