-- Used by boundary_labels.c.

-- name: insert_label_of_area_code
INSERT INTO boundary_label (force_no, easting, northing)
SELECT force_no, CAST(:easting AS INTEGER), CAST(:northing AS INTEGER) FROM force WHERE area_code = :code;
