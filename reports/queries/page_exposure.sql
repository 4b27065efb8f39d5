-- What the answers about each tool shown give away
WITH ends AS (
    SELECT tool_no, min(users) AS least, max(users) AS most FROM accounting_band GROUP BY tool_no
)
SELECT t.tool_no, t.tool, e.confirming, e.denying, e.ncnd, e.confirming + e.denying + e.ncnd AS stated,
       b.forces AS territorial, b.undetermined, x.least, x.most,
       CASE WHEN l.p_use IS NOT NULL THEN fixed(100 * l.p_use, 1) END AS chance_least,
       fixed(100 * m.p_use, 1) AS chance_most, s.users_low AS asked_low, s.users_high AS asked_high,
       nullif(x.least > s.users_high OR x.most < s.users_low, 0) AS contradicted,
       nullif(x.least <> s.users_low OR x.most <> s.users_high, 0) AS narrowed, b.confirming AS map_confirming,
       b.denying AS map_denying,
       fixed(100 * e.p_use, 1) AS share, e.users_low, e.users_high,
       fixed(100 * e.p_use_low, 1) AS share_low, fixed(100 * e.p_use_high, 1) AS share_high,
       fixed(e.decodability, 2) AS ratio, fixed(e.prior_bits, 2) AS prior_bits,
       fixed(e.posterior_bits, 2) AS posterior_bits, fixed(e.leaked_bits, 2) AS leaked_bits,
       fixed(e.leaked_low, 2) AS leaked_low, fixed(e.leaked_high, 2) AS leaked_high,
       fixed(e.min_entropy_leakage, 2) AS min_entropy_leakage, e.draws, nullif(e.withheld, 0) AS withheld,
       (SELECT nullif(count(*), 0) FROM whatif w WHERE w.tool_no = t.tool_no AND NOT e.withheld) AS changes
FROM temp.page_tool t
JOIN exposure e ON e.tool_no = t.tool_no
CROSS JOIN measure_setting s
LEFT JOIN ends x ON x.tool_no = t.tool_no
LEFT JOIN accounting_band l ON l.tool_no = t.tool_no AND l.users = x.least
LEFT JOIN accounting_band m ON m.tool_no = t.tool_no AND m.users = x.most
LEFT JOIN accounting_band b ON b.tool_no = t.tool_no AND b.users = x.least
WHERE t.place <= 6
ORDER BY t.place;
