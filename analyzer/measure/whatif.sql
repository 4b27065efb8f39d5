-- Used by whatif.c.

-- name: insert_whatif
INSERT INTO whatif (tool_no, force_no, from_position, to_position, others_ncnd, p_use_before, p_use_after,
                    share_low, share_high, decodability_after, leaked_after, others_bits, band_low, band_high)
VALUES (:tool_no, :force_no, :from_position, :to_position, :others_ncnd, :p_use_before, :p_use_after, :share_low,
        :share_high, :decodability_after, :leaked_after, :others_bits, :band_low, :band_high);

-- name: insert_exposure_correction
INSERT INTO correction (aim, tool_no, force_no, letter_no, to_position, before, after)
VALUES ('exposure', :tool_no, :force_no, :letter_no, :to_position, :before, :after);
