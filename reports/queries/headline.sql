SELECT sentence FROM temp.tool_headline ORDER BY place LIMIT 4;
