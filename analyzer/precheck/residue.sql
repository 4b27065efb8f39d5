-- Used by residue.c.

-- name: precheck_zones
SELECT zone, begins, ends FROM letter_zone ORDER BY begins, ends;

-- name: precheck_acts
SELECT begins, ends FROM letter_act WHERE why_not IS NULL AND zone NOT IN ('harm', 'public_interest', 'balance') ORDER BY begins, ends;

-- name: precheck_residual_acts
SELECT begins, ends FROM letter_act WHERE why_not IS NULL AND act LIKE 'NCND%' AND scope = 'residual' ORDER BY begins, ends;

-- name: precheck_harm_zone
SELECT min(begins) AS begins, min(ends) AS ends FROM letter_zone WHERE zone IN ('harm', 'public_interest', 'balance') HAVING begins IS NOT NULL;

-- name: precheck_force_names
-- All forces by the names that are no places or other words in running text, the longest first;
-- `own` is the mark of the force whose draft it is.
WITH given AS (
    SELECT force_id, name FROM force
    UNION
    SELECT f.force_id, trim(a.value)
    FROM force f
    CROSS JOIN json_each('[' || replace(json_quote(f.aliases), ';', '","') || ']') a
    WHERE f.aliases IS NOT NULL AND trim(a.value) IS NOT f.abbreviation
      AND (trim(a.value) LIKE '%polic%' OR trim(a.value) LIKE '%constab%'
           OR (trim(a.value) GLOB '[A-Z][A-Z]*' AND trim(a.value) = upper(trim(a.value))
               AND trim(a.value) NOT IN ('ASP', 'ASC', 'DCP')))
)
SELECT '(?<![\p{L}\p{N}])(?:' || group_concat(pattern, '|') || ')(?![\p{L}\p{N}])' AS pattern, :force_id AS own
FROM (SELECT '(*MARK:' || force_id || ')\Q' || replace(name, ' ', '\E\s+\Q') || '\E' AS pattern
      FROM given
      WHERE length(name) BETWEEN 3 AND 100 AND instr(name, '\') = 0 AND instr(force_id, ')') = 0
      ORDER BY length(name) DESC, name, force_id);

-- name: precheck_tool_names
-- Tools that the one asked about is not a part of. Names that are nothing but small letters in
-- running text count as they are written.
WITH RECURSIVE line AS (
    SELECT tool_no, parent_no FROM tool WHERE tool_id = :tool_id
    UNION
    SELECT t.tool_no, t.parent_no FROM line l JOIN tool t ON t.tool_no = l.parent_no
), own AS (
    SELECT name FROM tool WHERE tool_no IN (SELECT tool_no FROM line)
    UNION
    SELECT trim(a.value)
    FROM tool t
    CROSS JOIN json_each('[' || replace(json_quote(t.aliases), ';', '","') || ']') a
    WHERE t.aliases IS NOT NULL AND t.tool_no IN (SELECT tool_no FROM line)
), given AS (
    SELECT name FROM tool WHERE tool_no NOT IN (SELECT tool_no FROM line)
    UNION
    SELECT trim(a.value)
    FROM tool t
    CROSS JOIN json_each('[' || replace(json_quote(t.aliases), ';', '","') || ']') a
    WHERE t.aliases IS NOT NULL AND t.tool_no NOT IN (SELECT tool_no FROM line)
)
SELECT '(?<![\p{L}\p{N}])(?:' || group_concat(pattern, '|') || ')(?![\p{L}\p{N}])' AS pattern, NULL AS own
FROM (SELECT '\Q' || replace(name, ' ', '\E\s+\Q') || '\E' AS pattern
      FROM given
      WHERE length(name) BETWEEN 3 AND 100 AND instr(name, '\') = 0 AND name NOT IN (SELECT name FROM own)
      ORDER BY length(name) DESC, name);

-- name: precheck_references
SELECT DISTINCT w.reference
FROM response_wording w
JOIN response r ON r.response_no = w.response_no
JOIN force f ON f.force_no = r.force_no
JOIN request q ON q.request_no = r.request_no
WHERE w.reference IS NOT NULL AND f.force_id = :force_id AND q.request_id = :request_id
ORDER BY w.reference;

-- name: precheck_request_names
SELECT trim(a.value) AS alias
FROM request q
CROSS JOIN json_each('[' || replace(json_quote(q.aliases), ';', '","') || ']') a
WHERE q.aliases IS NOT NULL AND q.request_id = :request_id
ORDER BY a.key;

-- name: precheck_findings_on_words
SELECT CASE f.rule_id WHEN 'L09' THEN 'force' WHEN 'L14' THEN 'leak' ELSE 'obsolete' END AS kind, f.message, r.title
FROM finding f
JOIN rule r ON r.rule_id = f.rule_id
WHERE f.rule_id IN ('L09', 'L14', 'L16')
  AND EXISTS (SELECT 1
              FROM finding_evidence e
              JOIN response_wording w ON w.response_no = e.response_no
              WHERE e.finding_no = f.finding_no
                AND (w.response_id = :draft_id OR substr(w.response_id, 1, length(:draft_id) + 1) = :draft_id || ':'))
ORDER BY f.finding_id;
