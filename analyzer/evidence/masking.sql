-- Used by masking.c.

-- name: bag_kept_names
-- What is never masked: names of forces, tools and collaborations, references, requests.
SELECT name || coalesce(';' || aliases, '') || coalesce(';' || abbreviation, '') AS names FROM force
UNION ALL
SELECT name || ';' || tool_id || coalesce(';' || aliases, '') || coalesce(';' || vendor, '') FROM tool
UNION ALL
SELECT name FROM collaboration
UNION ALL
SELECT request_id FROM request
UNION ALL
SELECT w.reference FROM temp.bag_response b JOIN response_wording w ON w.response_no = b.response_no
WHERE w.reference IS NOT NULL;
