-- summary.json: agreement over all questions, tool by tool
SELECT tool_id, orientation, measured_on, statistic, value, low, high, units, ratings, raters, undefined_resamples, undefined
FROM v_tool_agreement
ORDER BY tool_id, orientation, measured_on, statistic;
