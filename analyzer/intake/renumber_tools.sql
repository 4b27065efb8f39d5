-- Numbers in byte order of the identifier.
UPDATE tool SET tool_no = -ranked.place
FROM (SELECT tool_id AS id, row_number() OVER (ORDER BY tool_id) AS place FROM tool) AS ranked
WHERE ranked.id = tool.tool_id;

UPDATE tool SET tool_no = -tool_no;
