-- summary.json: the tests of change
SELECT tool_id, test, compares, n, statistic, degrees, p, p_low, p_high, effect_name, effect, effect_low, effect_high, undefined
FROM v_change_tests
ORDER BY tool_id, change_test_no;
