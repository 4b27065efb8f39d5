-- The tests of change, tool by tool
SELECT t.tool, CASE c.test WHEN 'stuart-maxwell' THEN 'Stuart-Maxwell' WHEN 'mcnemar' THEN 'McNemar, exact'
                           WHEN 'cochran-armitage' THEN 'Cochran-Armitage' WHEN 'cochran-q' THEN 'Cochran''s Q'
                           WHEN 'fisher' THEN 'Fisher, exact' ELSE 'Fisher-Freeman-Halton' END AS test,
       c.compares, c.n, c.effect_name,
       coalesce(fixed(c.effect, 2) || CASE WHEN c.effect_low IS NULL THEN ''
                                           ELSE ' (' || fixed(c.effect_low, 2) || ' to ' || fixed(c.effect_high, 2) || ')' END,
                '-') AS effect,
       CASE WHEN c.p < 0.0001 THEN 'below 0.0001' ELSE coalesce(fixed(c.p, 4), '-') END
       || CASE WHEN c.p_low IS NULL THEN '' ELSE ' (' || fixed(c.p_low, 4) || ' to ' || fixed(c.p_high, 4) || ')' END AS p,
       c.undefined
FROM change_test c
JOIN temp.page_tool t ON t.tool_no = c.tool_no
WHERE t.place <= 6
ORDER BY t.place, c.change_test_no
LIMIT 80;
