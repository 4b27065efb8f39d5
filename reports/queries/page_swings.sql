-- The tornado: the assumptions of one tool, the one that matters most first
SELECT replace(parameter, '_', ' ') AS parameter, meaning, printf('%g', value) AS value, printf('%g', low) AS low, printf('%g', high) AS high, fixed(leaked_at_low, 2) AS at_low,
       fixed(leaked_at_high, 2) AS at_high, fixed(abs(leaked_at_high - leaked_at_low), 2) AS width,
       round(100 * (min(leaked_at_low, leaked_at_high) - least) / nullif(most - least, 0)) AS bar_start,
       round(100 * abs(leaked_at_high - leaked_at_low) / nullif(most - least, 0)) AS bar_length
FROM (SELECT *, min(min(leaked_at_low, leaked_at_high)) OVER () AS least,
             max(max(leaked_at_low, leaked_at_high)) OVER () AS most
      FROM v_exposure_swings WHERE tool_no = :tool_no)
ORDER BY abs(leaked_at_high - leaked_at_low) DESC, parameter_no;
