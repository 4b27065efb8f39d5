-- The leadership brief.

-- name: brief_headline
-- Of the two most answered tools
SELECT shorten(sentence, 300) AS sentence
FROM tool_headline
ORDER BY place
LIMIT 2;

-- name: brief_decisions
-- The three to decide about first
SELECT finding_id, made_of, severity, change_shown, is_possible, shorten(message, 260) AS message, shorten(remedy, 220) AS remedy
FROM temp.brief_matter
WHERE place <= 3
ORDER BY place;

-- name: brief_further
-- A row where there are more
SELECT count(*) AS further FROM temp.brief_matter WHERE place > 3 HAVING count(*) > 0;

-- name: brief_findings
-- Those after them
SELECT finding_id, made_of, severity, change_shown, is_possible, shorten(message, 320) AS message, shorten(remedy, 240) AS remedy
FROM temp.brief_matter
WHERE place > 3
ORDER BY place;

-- name: brief_ranking
-- Forces by their own open matters, the worst first
SELECT shorten(f.name, 60) AS force,
       sum(fi.severity = 'critical') AS critical, sum(fi.severity = 'high') AS high, count(*) AS all_matters,
       coalesce(fixed((SELECT c.complaint_risk FROM v_complaint_risk_of_forces c WHERE c.force_no = f.force_no), 2), '0.00') AS complaint_risk,
       (SELECT o.worst FROM temp.page_other_basis o WHERE o.force_no = f.force_no) AS worst_otherwise
FROM matter m
JOIN finding fi ON fi.finding_no = m.leading_no
JOIN force f ON f.force_no = fi.force_no
GROUP BY f.force_no
ORDER BY critical DESC, high DESC, all_matters DESC, f.force_id
LIMIT 10;
