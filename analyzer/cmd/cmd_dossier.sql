-- Used by cmd_dossier.c.

-- name: dossier_subjects
-- Whom a dossier is made of: the one asked for, else each of which something is known; of a request
-- or a tool, those that answered it, or about it. `force_name` is plain, for the name of a file.
SELECT f.force_no, shorten(f.name, 60) AS force, :request_no AS request_no, :tool_no AS tool_no,
       CASE WHEN f.force_id NOT GLOB '*[^a-z0-9-]*' AND length(f.force_id) BETWEEN 1 AND 60 THEN f.force_id
            ELSE 'force_' || f.force_no END AS force_name,
       (SELECT request_id FROM request WHERE request_no = :request_no) AS request_id,
       (SELECT CASE WHEN tool_id NOT GLOB '*[^a-z0-9-]*' AND length(tool_id) BETWEEN 1 AND 60 THEN tool_id ELSE 'tool_' || tool_no END
        FROM tool WHERE tool_no = :tool_no) AS tool_id,
       count(*) OVER () AS subjects
FROM force f
WHERE f.force_no = :force_no
   OR (:force_no = 0
       AND (EXISTS (SELECT 1 FROM letter l
                    WHERE l.force_no = f.force_no AND (:request_no = 0 OR l.request_no = :request_no)
                      AND (:tool_no = 0 OR l.tool_no IN (SELECT tool_no FROM tool_ancestor WHERE ancestor_no = :tool_no)))
            OR (:request_no = 0
                AND (EXISTS (SELECT 1 FROM acknowledgement_for a JOIN acknowledgement k ON k.acknowledgement_no = a.acknowledgement_no
                             WHERE a.force_no = f.force_no AND k.force_no = f.force_no AND (:tool_no = 0 OR a.tool_no = :tool_no))
                     OR EXISTS (SELECT 1 FROM ruling r WHERE r.force_no = f.force_no AND (:tool_no = 0 OR r.tool_no = :tool_no))))))
ORDER BY f.name, f.force_id;
