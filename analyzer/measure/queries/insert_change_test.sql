INSERT INTO change_test (tool_no, test, compares, n, statistic, degrees, p, p_low, p_high, effect_name, effect,
    effect_low, effect_high, undefined)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
