-- Used by settings.c.

-- name: set_exposure_parameter
UPDATE parameter
SET value = :value, low = min(low, :value), high = max(high, :value)
WHERE parameter_no = :parameter_no;

-- name: set_measure_settings
UPDATE measure_setting
SET audience = coalesce(:audience, audience), seed = coalesce(:seed, seed),
    users_low = coalesce(:users_low, CASE WHEN :users_high IS NULL THEN users_low ELSE 0 END),
    users_high = coalesce(:users_high, users_high);

-- name: exposure_parameters
SELECT value, low, high FROM parameter ORDER BY parameter_no;

-- name: measure_settings
SELECT audience = 'public' AS is_public, seed, users_low, users_high, draws, resamples, permutations, least_cohort
FROM measure_setting;
