-- Used by rules_test.c.

-- name: rule_examples
-- Rows with a word in the column "fires": does a finding rest on them?
SELECT i.name AS file, c.line, c.value AS wanted,
       EXISTS (SELECT 1 FROM v_evidence e WHERE e.file = i.name AND e.line = c.line) AS fires
FROM carried_value c
JOIN input_file i ON i.file_no = c.file_no
WHERE lower(trim(c.column_name)) = 'fires'
ORDER BY i.name, c.line;
