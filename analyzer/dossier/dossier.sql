-- Used by dossier.c.

-- name: dossier_clear
DELETE FROM temp.dossier_subject;

-- name: insert_dossier_subject
INSERT INTO temp.dossier_subject (force_no, request_no, tool_no, is_whole, masking, left_out)
VALUES (:force_no, nullif(:request_no, 0), nullif(:tool_no, 0), nullif(:is_whole, 0), :masking, :left_out);

-- name: dossier_day
SELECT replace(coalesce(as_of, '1970-01-01'), '-', '') AS day FROM audit;
