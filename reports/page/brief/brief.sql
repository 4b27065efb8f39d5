-- The leadership brief.

-- name: brief_headline
-- Of the two most answered tools
SELECT shorten(sentence, 300) AS sentence
FROM tool_headline
ORDER BY place
LIMIT 2;

-- name: brief_findings
SELECT v.finding_id, v.severity, CASE WHEN v.change IN ('new', 'altered') THEN v.change END AS change_shown, CASE v.certainty WHEN 'possible' THEN 1 END AS is_possible,
       shorten(v.message, 320) AS message,
       shorten(v.remedy, 240) AS remedy
FROM temp.page_top t
JOIN v_findings v ON v.finding_no = t.finding_no
ORDER BY t.place;

-- name: brief_ranking
-- Forces by their own open findings, the worst first
SELECT shorten(f.name, 60) AS force,
       sum(fi.severity = 'critical') AS critical, sum(fi.severity = 'high') AS high, count(*) AS all_findings,
       coalesce(fixed((SELECT c.complaint_risk FROM v_complaint_risk_of_forces c WHERE c.force_no = f.force_no), 2), '0.00') AS complaint_risk
FROM finding fi
JOIN force f ON f.force_no = fi.force_no
WHERE fi.status = 'open'
GROUP BY f.force_no
ORDER BY critical DESC, high DESC, all_findings DESC, f.force_id
LIMIT 10;
