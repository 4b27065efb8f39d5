-- The stance maps: up to four tools
SELECT tool_no, tool, chart, title, sentence, forces, unknown
FROM temp.tool_headline
WHERE place <= 4 AND with_position > 0
ORDER BY place;
