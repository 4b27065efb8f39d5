-- Compares the audit in `old` with the one in `main`: which rows of the inputs (old_row and
-- new_row are filled by compare.c) and which rules are not the same.

INSERT INTO baseline (only_one, pack, as_of, version)
SELECT 1, pack, as_of, version FROM old.audit;

-- Inputs: rows by their identity (old_row and new_row are filled by compare.c).
INSERT INTO input_change (file_kind, row_id, change, force_id, tool_id, request_id, columns)
SELECT n.file_kind, n.row_id, 'added', n.force_id, n.tool_id, n.request_id, NULL
FROM new_row n
WHERE NOT EXISTS (SELECT 1 FROM old_row o WHERE o.file_kind = n.file_kind AND o.row_id = n.row_id)
UNION ALL
SELECT o.file_kind, o.row_id, 'withdrawn', o.force_id, o.tool_id, o.request_id, NULL
FROM old_row o
WHERE NOT EXISTS (SELECT 1 FROM new_row n WHERE n.file_kind = o.file_kind AND n.row_id = o.row_id)
UNION ALL
SELECT n.file_kind, n.row_id, 'changed', n.force_id, n.tool_id, n.request_id,
       (SELECT group_concat(k.key || ': ' || coalesce(substr(k.value, 1, 120), '-') || ' -> '
                            || coalesce(substr(n.content ->> k.key, 1, 120), '-'), '; ')
        FROM json_each(o.content) k
        WHERE k.value IS NOT n.content ->> k.key)
FROM new_row n
JOIN old_row o ON o.file_kind = n.file_kind AND o.row_id = n.row_id
WHERE n.content <> o.content
ORDER BY 1, 2;

INSERT OR IGNORE INTO rule_change (rule_id, change, title)
SELECT n.rule_id, 'added', n.title FROM main.rule n WHERE NOT EXISTS (SELECT 1 FROM old.rule o WHERE o.rule_id = n.rule_id)
UNION ALL
SELECT o.rule_id, 'withdrawn', o.title FROM old.rule o WHERE NOT EXISTS (SELECT 1 FROM main.rule n WHERE n.rule_id = o.rule_id)
UNION ALL
SELECT n.rule_id, 'changed', n.title FROM main.rule n JOIN old.rule o ON o.rule_id = n.rule_id WHERE o.sha256 <> n.sha256;

-- Which columns differ in a row that changed.
CREATE TEMP TABLE edited AS
SELECT c.file_kind, c.row_id, k.key
FROM input_change c
JOIN old_row o ON o.file_kind = c.file_kind AND o.row_id = c.row_id
JOIN new_row n ON n.file_kind = c.file_kind AND n.row_id = c.row_id
JOIN json_each(o.content) k
WHERE c.change = 'changed' AND k.value IS NOT n.content ->> k.key;
CREATE INDEX temp.edited_row ON edited (file_kind, row_id);
