-- summary.json: bits over all tools (RISK.md section 1), and each tool
SELECT (SELECT coalesce(sum(prior_bits), 0) FROM exposure) AS prior_bits,
       (SELECT CASE WHEN sum(withheld) > 0 THEN NULL ELSE coalesce(sum(posterior_bits), 0) END FROM exposure) AS posterior_bits,
       (SELECT CASE WHEN sum(withheld) > 0 THEN NULL ELSE coalesce(sum(leaked_bits), 0) END FROM exposure) AS leaked_bits,
       (SELECT json_group_array(json_object('tool_id', tool_id, 'c', confirming, 'd', denying, 'n', ncnd,
                   'p_use_given_ncnd', p_use, 'k_low', users_low, 'k_high', users_high, 'decodability_ratio', decodability,
                   'prior_bits', prior_bits, 'posterior_bits', posterior_bits, 'leaked_bits', leaked_bits,
                   'min_entropy_leakage', min_entropy_leakage, 'draws', draws, 'leaked_bits_low', leaked_low,
                   'leaked_bits_high', leaked_high, 'p_use_low', p_use_low, 'p_use_high', p_use_high))
        FROM (SELECT * FROM v_exposure ORDER BY tool_id)) AS tools_json;
