-- Used by responses.c.

-- name: limbs_of_regulations
-- What rows cite of a section 10 to 13 that only the Regulations of that number have (SEMANTICS 55).
SELECT c.act, c.citation, CASE c.act WHEN 'FOISA' THEN 'EISR' ELSE 'EIR' END AS regulations,
       min(r.line) AS line, count(*) AS n
FROM response r
CROSS JOIN exemption_citation c ON c.set_no = r.set_no AND c.is_of_regulations = 1
WHERE EXISTS (SELECT 1 FROM exemption_citation WHERE is_of_regulations = 1) -- asked once; mostly there is none
  AND r.set_no IN (SELECT set_no FROM exemption_citation WHERE is_of_regulations = 1)
GROUP BY c.act, c.citation
ORDER BY c.act, c.citation;

-- name: create_carried_index
CREATE INDEX carried_value_by_line ON carried_value (file_no, line);

-- name: drop_carried_index
DROP INDEX IF EXISTS carried_value_by_line;

-- name: carried_is_same
-- How many carried values a line has, and how many of them are this one.
SELECT count(*) AS stored, coalesce(sum(column_name = :column_name AND value IS :value), 0) AS same
FROM carried_value
WHERE file_no = :file_no AND line = :line;
