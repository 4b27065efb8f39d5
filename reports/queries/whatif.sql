-- whatif.csv: what each change of one public position would give away
SELECT tool_id, force_id, from_position, to_position, others_ncnd,
       fixed(p_use_before, 6) AS p_use_before, fixed(p_use_after, 6) AS p_use_after,
       fixed(share_low, 6) AS p_use_after_low, fixed(share_high, 6) AS p_use_after_high,
       fixed(decodability_before, 6) AS decodability_before, fixed(decodability_after, 6) AS decodability_after,
       fixed(leaked_before, 6) AS leaked_bits_before, fixed(leaked_after, 6) AS leaked_bits_after,
       fixed(others_bits, 6) AS bits_about_others, fixed(band_low, 6) AS band_shift_least,
       fixed(band_high, 6) AS band_shift_most
FROM v_whatif
ORDER BY tool_id, force_id, from_position, to_position
