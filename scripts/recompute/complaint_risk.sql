SELECT 'weight', severity, weight FROM complaint_weight;
SELECT 'counts', basis FROM complaint_basis;
SELECT 'shares', rule_id, replace(shares_cause_with, ' ', '') FROM rule WHERE shares_cause_with <> '';
SELECT 'finding', f.finding_id, v.force_id, v.tool_id, f.rule_id, f.severity, f.certainty, r.basis,
       (SELECT group_concat(DISTINCT m.letter_no) FROM finding_evidence e JOIN response_meaning m ON m.response_no = e.response_no
        JOIN letter l ON l.letter_no = m.letter_no AND l.force_no = f.force_no
        WHERE e.finding_no = f.finding_no), v.request_id
FROM finding f
JOIN v_findings v ON v.finding_no = f.finding_no
JOIN rule r ON r.rule_id = f.rule_id
WHERE f.status = 'open' AND f.force_no IS NOT NULL
ORDER BY f.finding_no;
