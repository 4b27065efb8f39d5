-- name: chart_whatif
SELECT place, CASE WHEN n > 1 THEN n || ' forces, such as ' || CASE WHEN length(first_name) > 26 THEN substr(first_name, 1, 25) || '…' ELSE coalesce(first_name, 'any') END
                   ELSE CASE WHEN length(first_name) > 36 THEN substr(first_name, 1, 35) || '…' ELSE coalesce(first_name, 'Any force') END END
           || ': ' || replace(from_position, 'ncnd', 'NCND') || ' to ' || replace(to_position, 'ncnd', 'NCND') AS label,
       fixed(bits, 3) AS bits, fixed(leaked_after, 2) AS leaked_after, n AS forces, from_position, to_position,
       fixed(100 * share_low, 1) AS share_low, fixed(100 * share_high, 1) AS share_high, first_name AS force
FROM temp.chart_whatif
WHERE tool_no = :tool_no
ORDER BY place;
