-- name: chart_whatif
-- A line for each force that departs from the advice in force: how many forces have an NCND, and the chance that one of
-- them uses the tool, now and after its conforming answer
SELECT place, shorten(name, 30) || ': ' || replace(from_position, 'ncnd', 'NCND') || ' to ' || replace(to_position, 'ncnd', 'NCND') AS label,
       fixed(100 * p_use_before, 1) AS chance_before, fixed(100 * p_use_after, 1) AS chance_after,
       ncnd_before || ' to ' || ncnd_after || plural(ncnd_after, ' force', ' forces') || '; '
           || fixed(100 * p_use_before, 0) || ' to ' || fixed(100 * p_use_after, 0) || ' %' AS effect,
       ncnd_before, ncnd_after, from_position, to_position, guidance_id, fixed(others_bits, 3) AS bits_about_others,
       fixed(leaked_after, 2) AS leaked_after, name AS force
FROM temp.chart_whatif
WHERE tool_no = :tool_no AND place < 40
ORDER BY place;
