-- How many carried values a line has, and how many of them are this one.
SELECT count(*), coalesce(sum(column_name = ?3 AND value IS ?4), 0)
FROM carried_value
WHERE file_no = ?1 AND line = ?2;
