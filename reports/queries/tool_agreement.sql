-- tool-agreement.csv
SELECT tool_id, orientation, measured_on, statistic, fixed(value, 6) AS value, fixed(low, 6) AS low,
       fixed(high, 6) AS high, units, ratings, raters, undefined_resamples, undefined
FROM v_tool_agreement
ORDER BY tool_id, orientation, measured_on DESC, statistic
