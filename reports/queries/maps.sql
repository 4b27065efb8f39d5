SELECT c.tool_no, c.tool, 'stance-map-' || c.file_name AS chart, c.title, c.forces, nullif(c.unknown, 0) AS unknown, coalesce((SELECT as_of FROM audit), '') AS as_of,
       (SELECT coalesce(pack, '') FROM audit) AS pack
FROM temp.tool_headline c
WHERE c.place <= 4 AND c.with_position > 0
ORDER BY c.place;
