-- The rings of the map, one row a point, in the order in which they are painted.
SELECT r.ring, r.force_no, r.is_hole, r.is_main, p.place, p.easting, p.northing
FROM boundary_ring r
JOIN boundary_point p ON p.ring = r.ring
ORDER BY r.ring, p.place
