-- Every view, with a statement that reads all of it.
SELECT name, 'SELECT * FROM "' || replace(name, '"', '""') || '"'
FROM sqlite_schema
WHERE type = 'view'
ORDER BY name
