-- Used by tool_words.c.

-- name: import_tool_names
-- Names, aliases and vendors of the tools; a name of one letter is none.
WITH spelling AS (
    SELECT tool_no, name AS words, 0 AS is_vendor FROM tool
    UNION
    SELECT t.tool_no, trim(a.value), 0
    FROM tool t, json_each('["' || replace(replace(replace(t.aliases, '\', '\\'), '"', '\"'), ';', '","') || '"]') a
    WHERE t.aliases IS NOT NULL
    UNION
    -- "Palantir" of "Palantir (any product)", where no other tool has the same words before its brackets.
    SELECT min(tool_no), rtrim(substr(name, 1, instr(name, '(') - 1)), 0
    FROM tool
    WHERE instr(name, '(') > 1
    GROUP BY lower(rtrim(substr(name, 1, instr(name, '(') - 1)))
    HAVING count(*) = 1
    UNION
    SELECT tool_no, vendor, 1 FROM tool WHERE vendor IS NOT NULL
)
SELECT s.tool_no, t.tool_id, coalesce(t.parent_no, 0) AS parent_no, s.words, s.is_vendor
FROM spelling s
JOIN tool t ON t.tool_no = s.tool_no
WHERE length(s.words) > 1 AND NOT is_placeholder(s.words)
ORDER BY s.tool_no, s.is_vendor, s.words;
