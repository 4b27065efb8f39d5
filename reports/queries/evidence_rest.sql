-- How many more there are
SELECT sum(n - 8) AS further
FROM (SELECT count(*) AS n FROM finding_evidence WHERE finding_no = :finding_no GROUP BY role)
WHERE n > 8
HAVING sum(n - 8) > 0;
