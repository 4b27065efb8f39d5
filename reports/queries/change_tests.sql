-- change-tests.csv
SELECT tool_id, test, compares, n, fixed(statistic, 6) AS statistic, degrees, p,
       p_low, p_high, effect_name, fixed(effect, 6) AS effect,
       fixed(effect_low, 6) AS effect_low, fixed(effect_high, 6) AS effect_high, undefined
FROM v_change_tests
ORDER BY tool_id, change_test_no
