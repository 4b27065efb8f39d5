-- Of the two most answered tools
SELECT CASE WHEN length(sentence) > 300 THEN substr(sentence, 1, 299) || '…' ELSE sentence END AS sentence
FROM tool_headline
ORDER BY place
LIMIT 2;
