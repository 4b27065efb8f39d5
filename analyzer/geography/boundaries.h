/* SPDX-License-Identifier: MIT
 * The areas of the forces, from a GeoJSON file that the user gives (the program
 * has none of its own), for a map: into temporary tables of the connection, which
 * live as long as it and are no part of audit.db:
 *
 *   boundary_ring(ring, force_no, is_hole, is_main, area_km2)
 *   boundary_point(ring, place, easting, northing)
 *   boundary_label(force_no, easting, northing)
 *
 * as analyzer/geography/boundary_tables.sql describes them. All coordinates are
 * metres of the British National Grid.
 */
#ifndef CONCORD_GEOGRAPHY_BOUNDARIES_H
#define CONCORD_GEOGRAPHY_BOUNDARIES_H

#include "base/error.h"

#include <sqlite3.h>

/* Reads the file and fills the three tables, in place of what they held. Needs
 * table force. A feature belongs to the force whose area_code is among its
 * properties, whatever these are called: first of those named as ONS does
 * (PFA23CD), then "code", then any; several features of one force add up, and
 * other features are passed over. A force may stay without a ring.
 *
 * Outlines are made simple enough to draw (outline.h), and islands below 4 km2
 * and holes below 1 km2 left out, save for the largest ring of a force.
 *
 * Errors: OUTPUT, where the tables cannot be written; all others are of kind INPUT
 * and say what to do: the file cannot be read, is larger than 200 MB, is no JSON or
 * no GeoJSON, has no feature of a force or no area for one, has more than 200 000
 * points even when simplified, or has positions that are not numbers or not in the
 * United Kingdom, be it in degrees or in metres of the grid. */
MUST_CHECK bool boundaries_load(sqlite3 *db, const char *path, struct error *err);

#endif
