-- Severities with findings
SELECT severity, n, nullif(n - shown, 0) AS further, shown
FROM (SELECT s.severity, s.rank, count(*) AS n,
             (SELECT count(*) FROM temp.page_finding p WHERE p.severity = s.severity) AS shown
      FROM severity s
      JOIN finding f ON f.severity = s.severity AND f.status = 'open'
      GROUP BY s.severity)
ORDER BY rank DESC;
