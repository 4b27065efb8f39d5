-- Answers, acknowledgements and advice first
SELECT c.file_kind || '.csv' AS file, c.row_id, c.change, coalesce(f.name, c.force_id) AS force, c.columns
FROM input_change c
LEFT JOIN force f ON f.force_id = c.force_id
ORDER BY c.file_kind NOT IN ('responses', 'acknowledgements', 'guidance'), c.file_kind, c.change, c.row_id
LIMIT 50;
