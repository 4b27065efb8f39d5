/* SPDX-License-Identifier: MIT
 * The outlines of areas on the British National Grid: how large they are and
 * how they are made simple enough to draw.
 */
#ifndef CONCORD_GEOGRAPHY_OUTLINE_H
#define CONCORD_GEOGRAPHY_OUTLINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Whole metres, within 10 000 km of the origin: sums of products fit an int64_t.
 * Whole, so that borders of two neighbours are equal where they are meant to be. */
struct grid_point {
    int32_t easting, northing;
};

/* Closed: the first point follows the last. The points are borrowed. */
struct outline {
    struct grid_point *points;
    size_t count;
};

/* Where London's inset lies, in metres: outlines are kept finer there. */
enum {
    OUTLINE_LONDON_WEST = 500000,
    OUTLINE_LONDON_EAST = 565000,
    OUTLINE_LONDON_SOUTH = 153000,
    OUTLINE_LONDON_NORTH = 203000,
};

/* In square metres, whichever way round the outline runs. */
double outline_area(const struct outline *o);

/* The centre of gravity; of an outline without area its first point. Not empty. */
struct grid_point outline_centre(const struct outline *o);

/* Leaves out points that are no more than 500 m (in London's inset 50 m) off the
 * line between those that stay; outlines are shortened in place. All outlines of
 * a map are given at once: a border that two of them share loses the same points
 * in both, whichever way round they run and wherever they begin, so that no gap
 * opens. An outline that would be left with less than three points stays as it is. */
void outline_simplify(struct outline *outlines, size_t count);

#endif
