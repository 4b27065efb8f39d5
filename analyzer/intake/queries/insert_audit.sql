INSERT INTO audit
    (only_one, version, schema_version, pack, label, as_of_day, as_of_given, options, marking)
VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, coalesce(?7, ''), ?8);
