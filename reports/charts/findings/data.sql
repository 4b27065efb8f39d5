-- name: chart_findings
-- A bar for each rule and severity, of matters: what persists (or is all there is), then what is new
SELECT place, rule_id || '  ' || shorten(title, 52) AS label,
       severity, n - fresh AS persisting, fresh AS new, resolved,
       n || CASE WHEN EXISTS (SELECT 1 FROM baseline)
                 THEN CASE WHEN fresh + resolved = 0 THEN ''
                           ELSE ' (' || ltrim(iif(fresh > 0, fresh || ' new', '') || iif(resolved > 0, ', ' || resolved || ' resolved', ''), ', ') || ')' END
                 ELSE '' END AS count_label, rule_id, title
FROM temp.chart_rule
WHERE place < (SELECT most_bars FROM temp.findings_size)
ORDER BY place;
