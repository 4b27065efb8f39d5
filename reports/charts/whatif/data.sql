-- name: chart_whatif
SELECT place, CASE WHEN n > 1 THEN n || ' forces, such as ' || coalesce(shorten(first_name, 26), 'any')
                   ELSE coalesce(shorten(first_name, 36), 'Any force') END
           || ': ' || replace(from_position, 'ncnd', 'NCND') || ' to ' || replace(to_position, 'ncnd', 'NCND') AS label,
       fixed(bits, 3) AS bits, fixed(leaked_after, 2) AS leaked_after, n AS forces, from_position, to_position,
       fixed(100 * share_low, 1) AS share_low, fixed(100 * share_high, 1) AS share_high, first_name AS force
FROM temp.chart_whatif
WHERE tool_no = :tool_no
ORDER BY place;
