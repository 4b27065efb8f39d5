-- summary.json: per tool, what the forces say in public
SELECT tool_id, forces, with_position, confirm, deny, ncnd, silent, unread, unknown, sentence
FROM temp.tool_headline
ORDER BY place;
