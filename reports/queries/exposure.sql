-- exposure.csv. The first columns are those of RISK.md section 1; c, d and n count forces
-- that confirm, deny and answer NCND. The band is that of the least and the most users.
WITH band AS (
    SELECT tool_no, max(forces) AS forces, max(undetermined) AS undetermined, min(users) AS least, max(users) AS most
    FROM accounting_band
    GROUP BY tool_no
)
SELECT e.tool_id, e.confirming AS c, e.denying AS d, e.ncnd AS n, fixed(e.p_use, 6) AS p_use_given_ncnd,
       fixed(e.prior_bits, 6) AS prior_bits, fixed(e.posterior_bits, 6) AS posterior_bits,
       fixed(e.leaked_bits, 6) AS leaked_bits, e.users_low AS k_low, e.users_high AS k_high,
       fixed(e.decodability, 6) AS decodability_ratio, fixed(e.min_entropy_leakage, 6) AS min_entropy_leakage,
       e.draws, fixed(e.leaked_low, 6) AS leaked_bits_low, fixed(e.leaked_high, 6) AS leaked_bits_high,
       fixed(e.p_use_low, 6) AS p_use_low, fixed(e.p_use_high, 6) AS p_use_high,
       b.forces AS territorial_forces, b.undetermined, l.users AS least_users, m.users AS most_users,
       fixed(l.p_use, 6) AS band_p_use_least, fixed(m.p_use, 6) AS band_p_use_most,
       fixed(l.map_bits, 6) AS map_bits_least, fixed(l.all_bits, 6) AS all_bits_least,
       fixed(m.map_bits, 6) AS map_bits_most, fixed(m.all_bits, 6) AS all_bits_most
FROM v_exposure e
LEFT JOIN band b ON b.tool_no = e.tool_no
LEFT JOIN accounting_band l ON l.tool_no = e.tool_no AND l.users = b.least
LEFT JOIN accounting_band m ON m.tool_no = e.tool_no AND m.users = b.most
ORDER BY e.tool_id
