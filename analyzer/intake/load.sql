-- Used by load.c.

-- name: insert_audit
INSERT INTO audit
    (only_one, version, schema_version, pack, label, as_of_day, as_of_given, options, marking, old_after)
VALUES (1, :version, :schema_version, :pack, :label, :as_of_day, :as_of_given, coalesce(:options, ''), :marking, :old_after);
