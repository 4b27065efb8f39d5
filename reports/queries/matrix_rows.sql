-- Forces with an answer to one of the questions of the band
SELECT f.force_no, f.name AS force,
       CASE WHEN f.abbreviation <> '' THEN substr(f.abbreviation, 1, 5) ELSE substr(f.name, 1, 5) END AS abbreviation
FROM force f
WHERE f.force_no IN (SELECT force_no FROM temp.page_cell WHERE tool_no = :tool_no AND band = :band)
ORDER BY f.force_id
LIMIT 200;
