-- Used by guard.c.

-- name: json_tables
SELECT 1 AS one FROM json_each('[]'), json_tree('[]');

-- name: views
-- Every view, with a statement that reads all of it.
SELECT name, 'SELECT * FROM "' || replace(name, '"', '""') || '"' AS whole
FROM sqlite_schema
WHERE type = 'view'
ORDER BY name;
