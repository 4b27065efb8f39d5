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
WHERE t.place <= 6
  AND (a.statistic = 'agreement'
       OR EXISTS (SELECT 1 FROM tool_agreement r
                  WHERE r.tool_no = a.tool_no AND r.orientation = a.orientation AND r.measured_on = a.measured_on
                    AND r.statistic = 'agreement' AND r.value IS NOT NULL))
ORDER BY t.place, a.orientation DESC, a.measured_on DESC,
         CASE a.statistic WHEN 'agreement' THEN 1 WHEN 'ac1' THEN 2 WHEN 'alpha' THEN 3 ELSE 4 END;
