-- summary.json: open findings by severity, and the waived ones
SELECT coalesce(sum(status = 'open' AND severity = 'critical'), 0) AS critical,
       coalesce(sum(status = 'open' AND severity = 'high'), 0) AS high,
       coalesce(sum(status = 'open' AND severity = 'medium'), 0) AS medium,
       coalesce(sum(status = 'open' AND severity = 'low'), 0) AS low,
       coalesce(sum(status = 'open' AND severity = 'info'), 0) AS info,
       coalesce(sum(status = 'waived'), 0) AS waived
FROM finding;
