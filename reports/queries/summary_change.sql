-- summary.json: what the comparison found; null without a baseline
SELECT (SELECT count(*) FROM finding_change c JOIN finding f ON f.finding_id = c.finding_id
        WHERE c.change = 'new' AND f.status = 'open') AS new,
       (SELECT count(*) FROM finding_change c JOIN finding f ON f.finding_id = c.finding_id
        WHERE c.change = 'altered' AND f.status = 'open') AS altered,
       (SELECT count(*) FROM finding_change c JOIN finding f ON f.finding_id = c.finding_id
        WHERE c.change = 'persisting' AND f.status = 'open') AS persisting,
       (SELECT count(*) FROM resolved_finding) AS resolved
FROM baseline;
