-- The bars that are drawn.
CREATE TEMP TABLE findings_size AS SELECT 48 AS most_bars;

-- Matters of the baseline of which nothing is left open, by the rule of the finding that led them; a waived one is no
-- resolved finding.
CREATE TEMP TABLE chart_gone AS
SELECT coalesce(x.rule_id, w.rule_id) AS rule_id, g.severity
FROM (SELECT severity, substr(finding_ids || ';', 1, instr(finding_ids || ';', ';') - 1) AS leading_id FROM resolved_matter) g
LEFT JOIN resolved_finding x ON x.finding_id = g.leading_id
LEFT JOIN finding w ON w.finding_id = g.leading_id;

-- Open matters by the rule and severity of their leading finding, with what is new and what is resolved since the
-- baseline.
CREATE TEMP TABLE chart_rule AS
SELECT rule_id, title, severity, rank, n, fresh, resolved,
       row_number() OVER (ORDER BY rank DESC, n DESC, rule_id) - 1 AS place
FROM (SELECT r.rule_id, r.title, s.severity, s.rank, count(m.matter_no) AS n,
             coalesce(sum(c.change = 'new'), 0) AS fresh,
             (SELECT count(*) FROM chart_gone g WHERE g.rule_id = r.rule_id AND g.severity = s.severity) AS resolved
      FROM rule r
      CROSS JOIN severity s
      LEFT JOIN finding f ON f.rule_id = r.rule_id AND f.severity = s.severity
                         AND f.finding_no IN (SELECT leading_no FROM matter)
      LEFT JOIN matter m ON m.leading_no = f.finding_no
      LEFT JOIN matter_change c ON c.matter_no = m.matter_no
      GROUP BY r.rule_id, s.severity)
WHERE n > 0 OR resolved > 0;

INSERT INTO page_chart
SELECT 900, 'findings', 'findings', 0, 0,
       f.n || plural(f.n, ' matter', ' matters') || ', ' || f.grave || ' critical or high'
           || CASE WHEN b.pack IS NULL THEN '' ELSE '; ' || f.fresh || ' new, ' || f.resolved || ' resolved' END,
       'Open matters (findings that report one fact are one) by the rule and severity of the gravest finding' || CASE WHEN f.rows > most_bars THEN ', the first ' || most_bars || ' of ' || f.rows ELSE '' END || ', ' || dated
           || CASE WHEN b.pack IS NULL THEN '' ELSE '; compared with the audit ' || coalesce('as of ' || b.as_of, 'of ' || substr(b.pack, 1, 60)) END,
       'Bars of matters by rule. ' || f.n || plural(f.n, ' open matter of ', ' open matters of ') || f.rules || plural(f.rules, ' rule, ', ' rules, ') || f.grave || ' of them critical or high.',
       source
FROM (SELECT sum(n) AS n, sum(iif(rank >= 4, n, 0)) AS grave, sum(fresh) AS fresh, sum(resolved) AS resolved,
             count(DISTINCT rule_id) AS rules, count(*) AS rows
      FROM chart_rule) f
CROSS JOIN chart_words
CROSS JOIN findings_size
LEFT JOIN baseline b ON 1
WHERE f.rules > 0;
