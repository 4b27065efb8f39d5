-- The bars that are drawn.
CREATE TEMP TABLE findings_size AS SELECT 48 AS most_bars;

-- Findings by rule and severity, with what is new and what is resolved since the baseline.
CREATE TEMP TABLE chart_rule AS
SELECT rule_id, title, severity, rank, n, fresh, resolved,
       row_number() OVER (ORDER BY rank DESC, n DESC, rule_id) - 1 AS place
FROM (SELECT r.rule_id, r.title, s.severity, s.rank, count(f.finding_no) AS n,
             coalesce(sum(c.change = 'new'), 0) AS fresh,
             (SELECT count(*) FROM resolved_finding o WHERE o.rule_id = r.rule_id AND o.severity = s.severity) AS resolved
      FROM rule r
      CROSS JOIN severity s
      LEFT JOIN finding f ON f.rule_id = r.rule_id AND f.severity = s.severity AND f.status = 'open'
      LEFT JOIN finding_change c ON c.finding_id = f.finding_id
      GROUP BY r.rule_id, s.severity)
WHERE n > 0 OR resolved > 0;

INSERT INTO page_chart
SELECT 900, 'findings', 'findings', 0, 0,
       f.n || plural(f.n, ' finding', ' findings') || ', ' || f.grave || ' critical or high'
           || CASE WHEN b.pack IS NULL THEN '' ELSE '; ' || f.fresh || ' new, ' || f.resolved || ' resolved' END,
       'Open findings by rule and severity' || CASE WHEN f.rows > most_bars THEN ', the first ' || most_bars || ' of ' || f.rows ELSE '' END || ', ' || dated
           || CASE WHEN b.pack IS NULL THEN '' ELSE '; compared with the audit ' || coalesce('as of ' || b.as_of, 'of ' || substr(b.pack, 1, 60)) END,
       'Bars of findings by rule. ' || f.n || plural(f.n, ' open finding of ', ' open findings of ') || f.rules || plural(f.rules, ' rule, ', ' rules, ') || f.grave || ' of them critical or high.',
       source
FROM (SELECT sum(n) AS n, sum(iif(rank >= 4, n, 0)) AS grave, sum(fresh) AS fresh, sum(resolved) AS resolved,
             count(DISTINCT rule_id) AS rules, count(*) AS rows
      FROM chart_rule) f
CROSS JOIN chart_words
CROSS JOIN findings_size
LEFT JOIN baseline b ON 1
WHERE f.rules > 0;
