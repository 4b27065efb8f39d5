-- The first word about a force counts.
INSERT INTO boundary_label (force_no, easting, northing) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING
