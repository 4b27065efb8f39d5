-- name: chart_assumptions
-- A bar for each assumption, the one that matters most first
SELECT row_number() OVER (ORDER BY abs(s.leaked_at_high - s.leaked_at_low) DESC, s.parameter_no) - 1 AS place,
       CASE WHEN instr(s.meaning, ', Beta') > 0
            THEN substr(s.meaning, 1, instr(s.meaning, ', Beta') - 1) || substr(s.meaning, instr(s.meaning, '): ') + 1)
            ELSE s.meaning END AS label,
       fixed(s.leaked_at_low, 3) AS at_low, fixed(s.leaked_at_high, 3) AS at_high, fixed(e.leaked_bits, 3) AS as_assumed,
       replace(s.parameter, '_', ' ') AS parameter, printf('%g', s.low) AS low, printf('%g', s.high) AS high, s.meaning
FROM v_exposure_swings s
JOIN exposure e ON e.tool_no = s.tool_no
WHERE s.tool_no = :tool_no
ORDER BY place;
