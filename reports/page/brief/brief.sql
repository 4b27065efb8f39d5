-- The leadership brief.

-- name: brief_headline
-- Of the two most answered tools
SELECT shorten(sentence, 300) AS sentence
FROM tool_headline
ORDER BY place
LIMIT 2;

-- name: brief_findings
SELECT v.finding_id, o.made_of, v.severity, CASE WHEN c.change IN ('new', 'altered') THEN c.change END AS change_shown, CASE v.certainty WHEN 'possible' THEN 1 END AS is_possible,
       shorten(v.message, 320) AS message,
       shorten(v.remedy, 240) AS remedy
FROM temp.page_top t
JOIN temp.page_order o ON o.matter_no = t.matter_no
LEFT JOIN matter_change c ON c.matter_no = t.matter_no
JOIN v_findings v ON v.finding_no = t.finding_no
ORDER BY t.place;

-- name: brief_ranking
-- Forces by their own open matters, the worst first
SELECT shorten(f.name, 60) AS force,
       sum(fi.severity = 'critical') AS critical, sum(fi.severity = 'high') AS high, count(*) AS all_matters,
       coalesce(fixed((SELECT c.complaint_risk FROM v_complaint_risk_of_forces c WHERE c.force_no = f.force_no), 2), '0.00') AS complaint_risk
FROM matter m
JOIN finding fi ON fi.finding_no = m.leading_no
JOIN force f ON f.force_no = fi.force_no
GROUP BY f.force_no
ORDER BY critical DESC, high DESC, all_matters DESC, f.force_id
LIMIT 10;
