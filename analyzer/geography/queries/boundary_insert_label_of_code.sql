INSERT INTO boundary_label (force_no, easting, northing)
SELECT force_no, CAST(?2 AS INTEGER), CAST(?3 AS INTEGER) FROM force WHERE area_code = ?1
