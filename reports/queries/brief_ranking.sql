-- Forces by their own open findings, the worst first
SELECT CASE WHEN length(f.name) > 60 THEN substr(f.name, 1, 59) || '…' ELSE f.name END AS force,
       sum(fi.severity = 'critical') AS critical, sum(fi.severity = 'high') AS high, count(*) AS all_findings,
       coalesce(fixed((SELECT c.compliance FROM v_compliance_of_forces c WHERE c.force_no = f.force_no), 2), '0.00') AS compliance
FROM finding fi
JOIN force f ON f.force_no = fi.force_no
WHERE fi.status = 'open'
GROUP BY f.force_no
ORDER BY critical DESC, high DESC, all_findings DESC, f.force_id
LIMIT 10;
