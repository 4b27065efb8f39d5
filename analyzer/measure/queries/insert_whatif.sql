INSERT INTO whatif (tool_no, force_no, from_position, to_position, others_ncnd, p_use_before, p_use_after,
    decodability_after, leaked_after, others_bits, band_low, band_high,
    share_low, share_high)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
