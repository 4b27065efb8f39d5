-- The assumptions of one tool, the one that matters most first
SELECT replace(parameter, '_', ' ') AS parameter, meaning, printf('%g', value) AS value, printf('%g', low) AS low,
       printf('%g', high) AS high, fixed(leaked_at_low, 2) AS at_low, fixed(leaked_at_high, 2) AS at_high
FROM v_exposure_swings
WHERE tool_no = :tool_no
ORDER BY abs(leaked_at_high - leaked_at_low) DESC, parameter_no;
