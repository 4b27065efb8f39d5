/* SPDX-License-Identifier: MIT
 * Longitude and latitude to the British National Grid, with PROJ.
 */
#ifndef CONCORD_GEOGRAPHY_PROJECTION_H
#define CONCORD_GEOGRAPHY_PROJECTION_H

#include "geography/geojson.h"

/* Turns WGS 84 degrees (x longitude, y latitude) in place into metres east and
 * north of the grid's origin, for places in and around the United Kingdom. Right
 * to about 5 m: the Ordnance Survey's seven-parameter shift is used, which needs
 * no grid file, no database and no network, so that every machine computes the
 * same. */
void projection_to_grid(struct position *positions, size_t count);

#endif
