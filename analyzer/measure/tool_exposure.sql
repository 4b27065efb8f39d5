-- Used by tool_exposure.c.

-- name: insert_band
INSERT OR IGNORE INTO accounting_band (tool_no, users, forces, confirming, denying, undetermined, p_use, map_bits,
                                       all_bits, denial_adds, p_after_confirmation)
VALUES (:tool_no, :users, :forces, :confirming, :denying, :undetermined, :p_use, :map_bits, :all_bits,
        :denial_adds, :p_after_confirmation);

-- name: insert_exposure
INSERT INTO exposure (tool_no, confirming, denying, ncnd, p_use, users_low, users_high, decodability, is_decodable,
                      prior_bits, posterior_bits, leaked_bits, min_entropy_leakage, draws, leaked_low, leaked_high,
                      p_use_low, p_use_high, withheld)
VALUES (:tool_no, :confirming, :denying, :ncnd, :p_use, :users_low, :users_high, :decodability, :is_decodable,
        :prior_bits, :posterior_bits, :leaked_bits, :min_entropy_leakage, :draws, :leaked_low, :leaked_high,
        :p_use_low, :p_use_high, :withheld);

-- name: insert_exposure_swing
INSERT INTO exposure_swing (tool_no, parameter_no, leaked_at_low, leaked_at_high)
VALUES (:tool_no, :parameter_no, :leaked_at_low, :leaked_at_high);

-- name: insert_force_exposure
INSERT INTO force_exposure (tool_no, force_no, third_party, collaboration, p_use)
VALUES (:tool_no, :force_no, :third_party, :collaboration, :p_use);
