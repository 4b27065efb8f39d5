-- What an audit for the public leaves out, taken out of a copy of one that was not. Used by evidence.c.
UPDATE measure_setting SET audience = 'public';
DELETE FROM exposure_swing
WHERE tool_no IN (SELECT e.tool_no FROM exposure e CROSS JOIN measure_setting s WHERE e.ncnd > 0 AND e.ncnd < s.least_cohort);
UPDATE exposure
SET p_use = NULL, users_low = NULL, users_high = NULL, decodability = NULL, posterior_bits = NULL, leaked_bits = NULL,
    min_entropy_leakage = NULL, leaked_low = NULL, leaked_high = NULL, p_use_low = NULL, p_use_high = NULL, withheld = 1
WHERE ncnd > 0 AND ncnd < (SELECT least_cohort FROM measure_setting);
DELETE FROM force_exposure
WHERE NOT EXISTS (SELECT 1 FROM public_position p
                  WHERE p.tool_no = force_exposure.tool_no AND p.force_no = force_exposure.force_no
                    AND p.acknowledgement_no IS NOT NULL);
DELETE FROM whatif;
DELETE FROM correction WHERE aim = 'exposure';
