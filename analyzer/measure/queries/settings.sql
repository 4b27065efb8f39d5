SELECT audience = 'public', seed, users_low, users_high, draws, resamples, permutations, least_cohort
FROM measure_setting
