-- Forces of which nothing is known
SELECT count(*) AS n, group_concat(name, ', ') AS names
FROM (SELECT name FROM force
      WHERE kind IS 'territorial' AND force_no NOT IN (SELECT force_no FROM temp.page_force)
      ORDER BY name LIMIT 200)
HAVING count(*) > 0
ORDER BY n;
