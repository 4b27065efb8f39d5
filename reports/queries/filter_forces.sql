SELECT f.force_id, f.name AS force, count(*) AS n
FROM temp.page_finding_force p JOIN force f ON f.force_id = p.force_id
GROUP BY f.force_id
ORDER BY f.name, f.force_id;
