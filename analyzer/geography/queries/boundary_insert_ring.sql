INSERT INTO boundary_ring (ring, force_no, is_hole, is_main, area_km2) VALUES (?1, ?2, ?3, ?4, ?5)
