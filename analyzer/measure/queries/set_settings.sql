UPDATE measure_setting
SET audience = coalesce(?1, audience), seed = coalesce(?2, seed),
    users_low = coalesce(?3, CASE WHEN ?4 IS NULL THEN users_low ELSE 0 END), users_high = coalesce(?4, users_high)
