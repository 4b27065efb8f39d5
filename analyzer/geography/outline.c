/* SPDX-License-Identifier: MIT */
#include "geography/outline.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum { TOLERANCE = 500, LONDON_TOLERANCE = 50 };

/* Every so many points of an arc one stays in any case. That is few more than
 * would, and bounds the work, which can be the square of a span's length. */
enum { SPAN_MAX = 1000 };

static int compare(struct grid_point a, struct grid_point b)
{
    if (a.easting != b.easting)
        return a.easting < b.easting ? -1 : 1;
    return (a.northing > b.northing) - (a.northing < b.northing);
}

/* The cross product of the two edges that begin at the first point. */
static int64_t cross(struct grid_point first, struct grid_point a, struct grid_point b)
{
    return (int64_t)(a.easting - first.easting) * (b.northing - first.northing) -
           (int64_t)(b.easting - first.easting) * (a.northing - first.northing);
}

double outline_area(const struct outline *o)
{
    double twice = 0;
    for (size_t i = 2; i < o->count; i++)
        twice += (double)cross(o->points[0], o->points[i - 1], o->points[i]);
    return twice < 0 ? -twice / 2 : twice / 2;
}

struct grid_point outline_centre(const struct outline *o)
{
    struct grid_point first = o->points[0];
    double weight = 0, east = 0, north = 0;
    for (size_t i = 2; i < o->count; i++) {
        struct grid_point a = o->points[i - 1], b = o->points[i];
        double part = (double)cross(first, a, b);
        weight += part;
        east += part * ((double)(a.easting - first.easting) + (b.easting - first.easting)) / 3;
        north += part * ((double)(a.northing - first.northing) + (b.northing - first.northing)) / 3;
    }
    if (weight > -0.5 && weight < 0.5) /* a whole number: zero */
        return first;
    return (struct grid_point){first.easting + (int32_t)(east / weight),
                               first.northing + (int32_t)(north / weight)};
}

/* Where a point stands, with its two neighbours in order. */
struct standing {
    struct grid_point at, lower, higher;
    bool *is_fixed;
};

static int compare_standings(const void *left, const void *right)
{
    const struct standing *a = left, *b = right;
    int order = compare(a->at, b->at);
    if (order == 0)
        order = compare(a->lower, b->lower);
    return order != 0 ? order : compare(a->higher, b->higher);
}

static struct standing *list_standings(const struct outline *outlines, size_t count, bool *is_fixed,
                                       size_t total)
{
    struct standing *all = memory_new(total, sizeof *all);
    size_t n = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0, of = outlines[i].count; j < of; j++, n++) {
            const struct grid_point *p = outlines[i].points;
            struct grid_point a = p[(j + of - 1) % of], b = p[(j + 1) % of];
            bool is_ordered = compare(a, b) <= 0;
            all[n] = (struct standing){p[j], is_ordered ? a : b, is_ordered ? b : a, &is_fixed[n]};
        }
    qsort(all, total, sizeof *all, compare_standings);
    return all;
}

/* Marks the points at which outlines meet or part: those whose neighbours are
 * not the same two wherever the point occurs. They stay, and between them lie
 * the arcs that outlines have in common. */
static void mark_junctions(const struct outline *outlines, size_t count, bool *is_fixed,
                           size_t total)
{
    struct standing *all = list_standings(outlines, count, is_fixed, total);
    for (size_t begin = 0, end; begin < total; begin = end) {
        for (end = begin + 1; end < total && compare(all[end].at, all[begin].at) == 0;)
            end++;
        /* They are sorted: all are alike where the ends are. */
        if (compare_standings(&all[begin], &all[end - 1]) != 0)
            for (size_t i = begin; i < end; i++)
                *all[i].is_fixed = true;
    }
    free(all);
}

/* One arc in the direction that all outlines agree on, with room for its flags. */
struct arc {
    struct grid_point *points;
    bool *is_kept;
    struct span {
        size_t from, to;
    } * spans; /* those not yet looked at */
};

/* How far p is off the line from a to b, squared, in units of what is tolerated
 * where p lies. Exact in the products, so the same on every machine. */
static double deviation(struct grid_point p, struct grid_point a, struct grid_point b)
{
    bool is_london = p.easting >= OUTLINE_LONDON_WEST && p.easting <= OUTLINE_LONDON_EAST &&
                     p.northing >= OUTLINE_LONDON_SOUTH && p.northing <= OUTLINE_LONDON_NORTH;
    double tolerated = is_london ? LONDON_TOLERANCE : TOLERANCE;
    double bx = b.easting - a.easting, by = b.northing - a.northing;
    double px = p.easting - a.easting, py = p.northing - a.northing;
    double length = bx * bx + by * by;
    double along = length > 0 ? (px * bx + py * by) / length : 0;
    along = along < 0 ? 0 : along > 1 ? 1 : along;
    double dx = px - along * bx, dy = py - along * by;
    return (dx * dx + dy * dy) / (tolerated * tolerated);
}

/* The point of the span that is farthest off its line by more than is tolerated;
 * where none is, the span's beginning. */
static size_t find_farthest(const struct arc *arc, struct span s)
{
    size_t farthest = s.from;
    double most = 1;
    for (size_t i = s.from + 1; i < s.to; i++) {
        double d = deviation(arc->points[i], arc->points[s.from], arc->points[s.to]);
        if (d > most) {
            most = d;
            farthest = i;
        }
    }
    return farthest;
}

/* Douglas and Peucker's method. */
static void simplify_arc(struct arc *arc, size_t count)
{
    size_t waiting = 0;
    memset(arc->is_kept, 0, count);
    arc->is_kept[0] = true;
    for (size_t from = 0, to; from < count - 1; from = to) {
        to = count - 1 - from > SPAN_MAX ? from + SPAN_MAX : count - 1;
        arc->is_kept[to] = true;
        arc->spans[waiting++] = (struct span){from, to};
    }
    while (waiting > 0) {
        struct span s = arc->spans[--waiting];
        size_t farthest = find_farthest(arc, s);
        if (farthest == s.from)
            continue;
        arc->is_kept[farthest] = true;
        arc->spans[waiting++] = (struct span){s.from, farthest};
        arc->spans[waiting++] = (struct span){farthest, s.to};
    }
}

/* Does the arc of that many edges read lower from its other end? */
static bool is_backward(const struct outline *o, size_t begin, size_t edges)
{
    for (size_t i = 0; i <= edges; i++) {
        int order =
            compare(o->points[(begin + i) % o->count], o->points[(begin + edges - i) % o->count]);
        if (order != 0)
            return order > 0;
    }
    return false;
}

/* Fixes what stays of the arc that begins there and has that many edges. */
static void simplify_part(const struct outline *o, bool *is_fixed, size_t begin, size_t edges,
                          struct arc *arc)
{
    bool backward = is_backward(o, begin, edges);
    for (size_t i = 0; i <= edges; i++)
        arc->points[i] = o->points[(begin + (backward ? edges - i : i)) % o->count];
    simplify_arc(arc, edges + 1);
    for (size_t i = 0; i <= edges; i++)
        if (arc->is_kept[i])
            is_fixed[(begin + (backward ? edges - i : i)) % o->count] = true;
}

/* Where to begin: at a junction, or at the lowest point of an outline that
 * touches no other or lies in one other. */
static size_t find_begin(const struct outline *o, const bool *is_fixed)
{
    size_t lowest = 0;
    for (size_t i = 0; i < o->count; i++) {
        if (is_fixed[i])
            return i;
        if (compare(o->points[i], o->points[lowest]) < 0)
            lowest = i;
    }
    return lowest;
}

static void shorten(struct outline *o, const bool *is_fixed)
{
    size_t kept = 0;
    for (size_t i = 0; i < o->count; i++)
        kept += is_fixed[i];
    if (kept < 3)
        return;
    kept = 0;
    for (size_t i = 0; i < o->count; i++)
        if (is_fixed[i])
            o->points[kept++] = o->points[i];
    o->count = kept;
}

static void simplify_outline(struct outline *o, bool *is_fixed, struct arc *arc)
{
    if (o->count < 3)
        return;
    size_t begin = find_begin(o, is_fixed);
    for (size_t done = 0, edges; done < o->count; done += edges) {
        edges = 1;
        while (done + edges < o->count && !is_fixed[(begin + done + edges) % o->count])
            edges++;
        simplify_part(o, is_fixed, (begin + done) % o->count, edges, arc);
    }
    shorten(o, is_fixed);
}

void outline_simplify(struct outline *outlines, size_t count)
{
    size_t total = 0, longest = 0;
    for (size_t i = 0; i < count; i++) {
        total += outlines[i].count;
        longest = outlines[i].count > longest ? outlines[i].count : longest;
    }
    if (total == 0)
        return;
    bool *is_fixed = memory_new(total, sizeof *is_fixed);
    mark_junctions(outlines, count, is_fixed, total);
    struct arc arc = {
        .points = memory_new(longest + 1, sizeof *arc.points),
        .is_kept = memory_new(longest + 1, sizeof *arc.is_kept),
        .spans = memory_new(longest + 2, sizeof *arc.spans),
    };
    for (size_t i = 0, first = 0, of; i < count; i++, first += of) {
        of = outlines[i].count;
        simplify_outline(&outlines[i], &is_fixed[first], &arc);
    }
    free(arc.points);
    free(arc.is_kept);
    free(arc.spans);
    free(is_fixed);
}
