INSERT INTO boundary_point (ring, place, easting, northing) VALUES (?1, ?2, ?3, ?4)
