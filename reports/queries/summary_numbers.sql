-- summary.json: what the numbers assume
SELECT audience, seed, users_low, users_high, draws, resamples, permutations, least_cohort,
       (SELECT json_group_object(name, value) FROM (SELECT * FROM parameter ORDER BY parameter_no)) AS parameters_json
FROM measure_setting;
