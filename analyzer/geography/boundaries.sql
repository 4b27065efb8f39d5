-- Used by boundaries.c.

-- name: force_of_area_code
SELECT force_no FROM force WHERE area_code = :area_code ORDER BY force_no LIMIT 1;

-- name: insert_boundary_ring
INSERT INTO boundary_ring (ring, force_no, is_hole, is_main, area_km2)
VALUES (:ring, :force_no, :is_hole, :is_main, :area_km2);

-- name: insert_boundary_point
INSERT INTO boundary_point (ring, place, easting, northing)
VALUES (:ring, :place, :easting, :northing);

-- name: insert_boundary_label
-- The first word about a force counts.
INSERT INTO boundary_label (force_no, easting, northing)
VALUES (:force_no, :easting, :northing)
ON CONFLICT DO NOTHING;
