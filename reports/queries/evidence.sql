-- The rows a finding rests on: of each role the first eight
SELECT role, kind, id, force, date, replace(says, '_', ' ') AS says, source_url, file, line,
       CASE WHEN source_url LIKE 'http://%' OR source_url LIKE 'https://%' THEN source_url END AS link,
       CASE WHEN source_url LIKE 'http://%' OR source_url LIKE 'https://%' THEN NULL ELSE source_url END AS source
FROM (SELECT e.*, coalesce(f.name, e.force_id) AS force,
             row_number() OVER (PARTITION BY e.role ORDER BY e.force_id, e.kind, e.id, e.line) AS n
      FROM v_evidence e
      LEFT JOIN force f ON f.force_id = e.force_id
      WHERE e.finding_no = :finding_no)
WHERE n <= 8
ORDER BY role, force, kind, id, line;
