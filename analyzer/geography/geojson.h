/* SPDX-License-Identifier: MIT
 * Reads areas from a GeoJSON file: its features, their geometry as rings, and
 * in what coordinates they are. It knows nothing of forces.
 */
#ifndef CONCORD_GEOGRAPHY_GEOJSON_H
#define CONCORD_GEOGRAPHY_GEOJSON_H

#include "base/error.h"

#include <jansson.h>

/* x is the longitude or the easting; an altitude is not kept. */
struct position {
    double x, y;
};

/* A ring is closed: its last position is not that of the first, which follows it. */
struct geojson_ring {
    size_t first, count; /* of the positions */
    size_t outer;        /* index of the ring that this one is a hole in, or its own */
    size_t feature;      /* its number in the file, from 1 */
    int64_t owner;       /* as given to geojson_add_area */
};

struct geojson_rings {
    struct position *positions;
    size_t position_count, position_room;
    struct geojson_ring *rings;
    size_t count, room;
};

struct geojson_feature {
    const char *path; /* of the file, for messages */
    const char *code; /* what the feature is known by, for messages */
    size_t number;    /* from 1 */
    int64_t owner;
};

enum geojson_crs {
    GEOJSON_CRS_UNSTATED,
    GEOJSON_CRS_DEGREES, /* WGS 84 or ETRS89: longitude, latitude */
    GEOJSON_CRS_GRID,    /* EPSG:27700, British National Grid, metres */
};

/* Every error below is of kind INPUT and names the file. */

/* The whole file: an object that has "features", an array. A byte order mark is
 * passed over. The caller gives it up with json_decref. Errors: not readable,
 * larger than 200 MB, no JSON (with line and column), no FeatureCollection. */
MUST_CHECK json_t *geojson_read(const char *path, struct error *err);

/* What the "crs" member of the file says, if it has one. Errors: another one
 * than the two that are read. */
MUST_CHECK bool geojson_read_crs(const json_t *collection, const char *path,
                                 enum geojson_crs *ret_crs, struct error *err);

/* Adds the rings of a Polygon, a MultiPolygon or a GeometryCollection of these.
 * A null geometry, and a ring of fewer than four positions, adds nothing; where
 * that ring is the outer one, its holes go with it. Errors: another geometry,
 * a position that is not two numbers. */
MUST_CHECK bool geojson_add_area(struct geojson_rings *rings, const json_t *geometry,
                                 const struct geojson_feature *feature, struct error *err);

/* Frees what geojson_add_area added, also after an error; a zeroed one is empty. */
void geojson_rings_free(struct geojson_rings *rings);

/* What to do about a file that is not the one that was meant. */
extern const char geojson_advice[];

#endif
