-- name: page_waivers
SELECT what, CASE state WHEN 'live' THEN 'in effect' WHEN 'expired' THEN 'expired'
                        WHEN 'unmatched' THEN 'matches nothing' WHEN 'parties-changed' THEN 'the parties changed since'
                        WHEN 'parties-not-named' THEN 'does not say for whom' ELSE 'no such rule' END AS state,
       reason, approved_by_role, expires_on, replace(finding_ids, ';', ', ') AS finding_ids
FROM v_waivers
ORDER BY waiver_no;

-- name: page_waived_findings
SELECT f.finding_id, f.severity, f.message, w.reason, CASE WHEN s.rank > was.rank THEN was.severity END AS was_severity
FROM finding f
JOIN severity s ON s.severity = f.severity
JOIN waiver w ON w.waiver_no = f.waiver_no
LEFT JOIN severity was ON was.severity = w.severity
WHERE f.status = 'waived'
ORDER BY s.rank DESC, f.finding_id
LIMIT (SELECT waived_shown FROM temp.page_size);

-- name: page_waived_further
-- How many more there are
SELECT waived_shown AS shown, waived - waived_shown AS further
FROM (SELECT count(*) AS waived FROM finding WHERE status = 'waived')
CROSS JOIN temp.page_size
WHERE waived > waived_shown;
