-- Used by caveats.c.

-- name: has_notes
SELECT EXISTS (SELECT 1 FROM response_wording WHERE note IS NOT NULL)
    OR EXISTS (SELECT 1 FROM acknowledgement WHERE note IS NOT NULL) AS has_notes;

-- name: insert_caveat_pattern
INSERT OR IGNORE INTO caveat_pattern (pattern) VALUES (:pattern);
