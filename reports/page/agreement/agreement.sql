-- name: page_agreement_counts
SELECT (SELECT nullif(count(*), 0) FROM unit_agreement) AS agreement_units,
       (SELECT nullif(count(*), 0) FROM tool_agreement) AS agreement_tools,
       (SELECT nullif(count(*), 0) FROM change_test) AS change_tests;

-- name: page_agreement_units
-- Agreement on each question shown, those on which forces part first
SELECT a.request_id, coalesce(a.question_id, 'all') AS question, a.topic, a.answers, a.confirming, a.denying, a.ncnd,
       a.modal_position, fixed(100 * a.modal_share, 0) AS modal_share, fixed(100 * a.modal_low, 0) AS modal_low,
       fixed(100 * a.modal_high, 0) AS modal_high, fixed(100 * a.agreement, 1) AS agreement,
       fixed(a.entropy_bits, 2) AS entropy_bits, fixed(a.explained_bits, 2) AS explained_bits, a.judged, a.conforming,
       coalesce(fixed(100 * a.conformance_agreement, 1) || ' %', '-') AS conformance_agreement, a.tool_id
FROM v_unit_agreement a
JOIN temp.page_unit u ON u.unit_no = a.unit_no
ORDER BY a.agreement, a.tool_id, a.request_id, a.question_id
LIMIT 60;

-- name: page_dispersion
-- How much of the dispersion acknowledgements explain
SELECT t.tool, d.answers, fixed(d.entropy_bits, 2) AS entropy_bits, fixed(d.explained_bits, 2) AS explained_bits,
       CASE WHEN d.entropy_bits > 0 THEN fixed(100 * d.explained_bits / d.entropy_bits, 0) || ' %' ELSE '-' END AS share
FROM tool_dispersion d
JOIN temp.page_tool t ON t.tool_no = d.tool_no
WHERE t.is_shown
ORDER BY t.place;

-- name: page_agreement_tools
-- Agreement over all questions, tool by tool; where nothing can be said, one row says why
SELECT t.tool, CASE a.orientation WHEN 'own-line' THEN 'own line over time' ELSE 'between forces' END AS orientation,
       a.measured_on, CASE a.statistic WHEN 'agreement' THEN 'raw agreement' WHEN 'alpha' THEN 'Krippendorff''s alpha'
                                       WHEN 'kappa' THEN 'Fleiss'' kappa' ELSE 'Gwet''s AC1' END AS statistic,
       coalesce(fixed(a.value, 3), '-') AS value,
       CASE WHEN a.low IS NOT NULL THEN fixed(a.low, 3) || ' to ' || fixed(a.high, 3) ELSE '-' END AS interval,
       a.units, a.raters, a.ratings,
       coalesce(a.undefined, CASE WHEN a.undefined_resamples > 0
                                  THEN a.undefined_resamples || ' resamples without a value' END) AS remark
FROM tool_agreement a
JOIN temp.page_tool t ON t.tool_no = a.tool_no
WHERE t.is_shown
  AND (a.statistic = 'agreement'
       OR EXISTS (SELECT 1 FROM tool_agreement r
                  WHERE r.tool_no = a.tool_no AND r.orientation = a.orientation AND r.measured_on = a.measured_on
                    AND r.statistic = 'agreement' AND r.value IS NOT NULL))
ORDER BY t.place, a.orientation DESC, a.measured_on DESC,
         CASE a.statistic WHEN 'agreement' THEN 1 WHEN 'ac1' THEN 2 WHEN 'alpha' THEN 3 ELSE 4 END;

-- name: page_change_tests
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
WHERE t.is_shown
ORDER BY t.place, c.change_test_no
LIMIT 80;
