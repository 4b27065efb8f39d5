-- The areas of the forces for a map (geography/boundaries.h). These tables live as
-- long as the connection and are no part of audit.db. Metres of the British
-- National Grid throughout.
DROP TABLE IF EXISTS temp.boundary_point;
DROP TABLE IF EXISTS temp.boundary_label;
DROP TABLE IF EXISTS temp.boundary_ring;

-- Painted in the order of their numbers, nothing is hidden that should be seen:
-- larger areas come first, and a hole directly after the ring that it is in. So a
-- force within another's area is there whether that has a hole for it or not.
CREATE TEMP TABLE boundary_ring (
    ring     INTEGER PRIMARY KEY,       -- from 1
    force_no INTEGER NOT NULL,          -- of force; a force without a row has no boundary
    is_hole  INTEGER NOT NULL,
    is_main  INTEGER NOT NULL,          -- 1: the largest of the force; one each
    area_km2 REAL NOT NULL              -- before it was simplified; holes are not taken off
) STRICT;

CREATE TEMP TABLE boundary_point (
    ring     INTEGER NOT NULL,
    place    INTEGER NOT NULL,          -- from 1; the last point is the first again
    easting  INTEGER NOT NULL,
    northing INTEGER NOT NULL,
    PRIMARY KEY (ring, place)
) STRICT, WITHOUT ROWID;

-- Where a force's label stands: from the reference data by area code, also for
-- forces without a boundary; else the centre of gravity of its main ring.
CREATE TEMP TABLE boundary_label (
    force_no INTEGER PRIMARY KEY,
    easting  INTEGER NOT NULL,
    northing INTEGER NOT NULL
) STRICT;
