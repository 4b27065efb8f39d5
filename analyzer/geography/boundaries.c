/* SPDX-License-Identifier: MIT */
#include "geography/boundaries.h"

#include "base/memory.h"
#include "geography/boundary_labels.h"
#include "geography/boundary_match.h"
#include "geography/outline.h"
#include "geography/projection.h"
#include "store/row_map.h"

#include <math.h>
#include <stdlib.h>

/* Square metres. Holes count from less on: the City of London, an area of its
 * own within another, has 2.9 km2. */
static const double island_least = 4e6, hole_least = 1e6;

/* A ring of the file on its way into the tables. */
struct shape {
    struct outline outline;
    const struct geojson_ring *source;
    double area, outer_area;
    bool is_hole, is_main;
};

/* Far more than a map needs: a picture of more would be no use to anybody. */
enum { POINTS_MAX = 200000 };

struct map {
    struct geojson_rings file;
    struct grid_point *points;
    struct shape *shapes; /* as many as rings; those that are drawn first, once chosen */
    size_t count;
};

/* --- from the file ------------------------------------------------------- */

static bool add_features(sqlite3 *db, const json_t *features, const char *path, struct map *map,
                         struct error *err)
{
    SCOPED_QUERY find_force = query_prepare(db, "force_of_area_code");
    size_t matches = 0;
    for (size_t i = 0; i < json_array_size(features); i++) {
        json_t *feature = json_array_get(features, i);
        struct boundary_match m;
        if (!boundary_match(find_force, feature, &m, err))
            return false;
        if (!m.is_force)
            continue;
        matches++;
        struct geojson_feature f = {path, m.code, i + 1, m.force_no};
        if (!geojson_add_area(&map->file, json_object_get(feature, "geometry"), &f, err))
            return false;
    }
    if (matches == 0)
        return boundary_match_none(features, path, err);
    if (map->file.count == 0)
        return error_set(err, ERROR_INPUT, path, 0, geojson_advice,
                         "its features of forces have no outline");
    return true;
}

static bool read_file(sqlite3 *db, const char *path, struct map *map, enum geojson_crs *ret_crs,
                      struct error *err)
{
    json_t *root = geojson_read(path, err);
    bool ok = root && geojson_read_crs(root, path, ret_crs, err) &&
              add_features(db, json_object_get(root, "features"), path, map, err);
    json_decref(root);
    return ok;
}

/* --- onto the grid ------------------------------------------------------- */

/* Room around the United Kingdom and the islands that are not of it. */
static const struct bounds {
    double west, east, south, north;
} degrees = {-15, 6, 47, 63}, metres = {-400000, 1000000, -300000, 1500000};

static bool lies_in(struct position p, const struct bounds *b)
{
    return p.x >= b->west && p.x <= b->east && p.y >= b->south && p.y <= b->north;
}

static bool are_degrees(const struct geojson_rings *file)
{
    static const struct bounds globe = {-180, 180, -90, 90};
    for (size_t i = 0; i < file->position_count; i++)
        if (!lies_in(file->positions[i], &globe))
            return false;
    return true;
}

static bool check_bounds(const struct geojson_rings *file, bool in_degrees, const char *path,
                         struct error *err)
{
    for (size_t i = 0; i < file->count; i++)
        for (size_t j = 0; j < file->rings[i].count; j++) {
            struct position p = file->positions[file->rings[i].first + j];
            if (!lies_in(p, in_degrees ? &degrees : &metres))
                return error_set(
                    err, ERROR_INPUT, path, 0,
                    "Download it in WGS 84 (EPSG:4326: longitude, then latitude) or British "
                    "National Grid (EPSG:27700); others, such as Web Mercator, are not read.",
                    "feature %zu: the position %.6g, %.6g, read as %s, is not in the United "
                    "Kingdom",
                    file->rings[i].feature, p.x, p.y,
                    in_degrees ? "longitude and latitude" : "metres of the British National Grid");
        }
    return true;
}

/* Rounds a ring to metres, less points that are thereby the same as the one before. */
static struct outline round_ring(const struct position *from, size_t count, struct grid_point *to)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        struct grid_point p = {(int32_t)lround(from[i].x), (int32_t)lround(from[i].y)};
        if (kept == 0 || p.easting != to[kept - 1].easting || p.northing != to[kept - 1].northing)
            to[kept++] = p;
    }
    while (kept > 1 && to[0].easting == to[kept - 1].easting &&
           to[0].northing == to[kept - 1].northing)
        kept--;
    return (struct outline){to, kept};
}

static bool put_on_grid(struct map *map, enum geojson_crs crs, const char *path, struct error *err)
{
    struct geojson_rings *file = &map->file;
    bool in_degrees = crs == GEOJSON_CRS_UNSTATED ? are_degrees(file) : crs == GEOJSON_CRS_DEGREES;
    if (!check_bounds(file, in_degrees, path, err))
        return false;
    if (in_degrees)
        projection_to_grid(file->positions, file->position_count);
    map->points = memory_new(file->position_count, sizeof *map->points);
    map->shapes = memory_new(file->count, sizeof *map->shapes);
    map->count = file->count;
    for (size_t i = 0; i < file->count; i++) {
        const struct geojson_ring *r = &file->rings[i];
        struct shape *s = &map->shapes[i];
        s->outline = round_ring(&file->positions[r->first], r->count, &map->points[r->first]);
        s->source = r;
        s->area = outline_area(&s->outline);
        s->is_hole = r->outer != i;
        s->outer_area = map->shapes[r->outer].area; /* an outer ring comes before its holes */
    }
    return true;
}

/* --- what is drawn, and in which order ----------------------------------- */

static void find_main_rings(struct map *map)
{
    int64_t last = 0;
    for (size_t i = 0; i < map->count; i++)
        last = map->shapes[i].source->owner > last ? map->shapes[i].source->owner : last;
    struct shape **largest = memory_new((size_t)last + 1, sizeof(struct shape *));
    for (size_t i = 0; i < map->count; i++) {
        struct shape *s = &map->shapes[i], **of_force = &largest[s->source->owner];
        if (!s->is_hole && (!*of_force || s->area > (*of_force)->area))
            *of_force = s;
    }
    for (int64_t i = 0; i <= last; i++)
        if (largest[i])
            largest[i]->is_main = true;
    free(largest);
}

static bool is_drawn(const struct map *map, const struct shape *s)
{
    const struct shape *outer = &map->shapes[s->source->outer];
    if (s->outline.count < 3 || s->area <= 0 || (!outer->is_main && outer->area < island_least))
        return false;
    return !s->is_hole || s->area >= hole_least;
}

/* A larger outer ring first, its holes directly behind it. */
static int compare_for_painting(const void *left, const void *right)
{
    const struct shape *a = left, *b = right;
    if (a->outer_area > b->outer_area || a->outer_area < b->outer_area)
        return a->outer_area > b->outer_area ? -1 : 1;
    if (a->source->outer != b->source->outer)
        return a->source->outer < b->source->outer ? -1 : 1;
    return a->source < b->source ? -1 : 1;
}

static void choose_shapes(struct map *map)
{
    find_main_rings(map);
    struct shape *chosen = memory_new(map->count, sizeof *chosen);
    size_t count = 0;
    for (size_t i = 0; i < map->count; i++)
        if (is_drawn(map, &map->shapes[i]))
            chosen[count++] = map->shapes[i];
    qsort(chosen, count, sizeof *chosen, compare_for_painting);
    free(map->shapes);
    map->shapes = chosen;
    map->count = count;
}

static void simplify_shapes(struct map *map)
{
    struct outline *outlines = memory_new(map->count, sizeof *outlines);
    for (size_t i = 0; i < map->count; i++)
        outlines[i] = map->shapes[i].outline;
    outline_simplify(outlines, map->count);
    for (size_t i = 0; i < map->count; i++)
        map->shapes[i].outline = outlines[i];
    free(outlines);
}

/* --- into the tables ----------------------------------------------------- */

struct point_row {
    int64_t ring;
    size_t place;
    struct grid_point point;
};
static const struct field point_fields[] = {
    FIELD(struct point_row, ring),
    FIELD(struct point_row, place),
    FIELD_NAMED(struct point_row, point.easting, "easting"),
    FIELD_NAMED(struct point_row, point.northing, "northing"),
};

static bool store_points(struct row_map *insert, int64_t ring, const struct outline *o,
                         struct error *err)
{
    for (size_t i = 0; i <= o->count; i++) {
        const struct point_row row = {ring, i + 1, o->points[i % o->count]};
        if (!row_write(insert, &row, err))
            return false;
    }
    return true;
}

struct ring_row {
    int64_t ring, force_no;
    bool is_hole, is_main;
    double area_km2;
};
static const struct field ring_fields[] = {
    FIELD(struct ring_row, ring),     FIELD(struct ring_row, force_no),
    FIELD(struct ring_row, is_hole),  FIELD(struct ring_row, is_main),
    FIELD(struct ring_row, area_km2),
};

static bool store_rings(sqlite3 *db, const struct map *map, struct error *err)
{
    SCOPED_ROW_MAP rings = row_writer(db, "insert_boundary_ring", ring_fields);
    SCOPED_ROW_MAP points = row_writer(db, "insert_boundary_point", point_fields);
    for (size_t i = 0; i < map->count; i++) {
        const struct shape *s = &map->shapes[i];
        const struct ring_row row = {.ring = (int64_t)i + 1,
                                     .force_no = s->source->owner,
                                     .is_hole = s->is_hole,
                                     .is_main = s->is_main,
                                     .area_km2 = s->area / 1e6};
        if (!row_write(&rings, &row, err) || !store_points(&points, row.ring, &s->outline, err))
            return false;
    }
    return true;
}

struct label_row {
    int64_t force_no;
    struct grid_point point;
};
static const struct field label_fields[] = {
    FIELD(struct label_row, force_no),
    FIELD_NAMED(struct label_row, point.easting, "easting"),
    FIELD_NAMED(struct label_row, point.northing, "northing"),
};

static bool store_centres(sqlite3 *db, const struct map *map, struct error *err)
{
    SCOPED_ROW_MAP labels = row_writer(db, "insert_boundary_label", label_fields);
    for (size_t i = 0; i < map->count; i++) {
        const struct shape *s = &map->shapes[i];
        if (!s->is_main)
            continue;
        const struct label_row row = {s->source->owner, outline_centre(&s->outline)};
        if (!row_write(&labels, &row, err))
            return false;
    }
    return true;
}

static bool check_size(const struct map *map, const char *path, struct error *err)
{
    size_t total = 0;
    for (size_t i = 0; i < map->count; i++)
        total += map->shapes[i].outline.count;
    if (total > 0 && total <= POINTS_MAX)
        return true;
    if (total == 0)
        return error_set(err, ERROR_INPUT, path, 0, geojson_advice,
                         "the outlines in its features of forces are all without extent");
    return error_set(err, ERROR_INPUT, path, 0, geojson_advice,
                     "its outlines have %zu points even when simplified; a map takes %d", total,
                     POINTS_MAX);
}

static bool load(sqlite3 *db, const char *path, struct map *map, struct error *err)
{
    enum geojson_crs crs = GEOJSON_CRS_UNSTATED;
    if (!read_file(db, path, map, &crs, err) || !put_on_grid(map, crs, path, err))
        return false;
    choose_shapes(map);
    simplify_shapes(map);
    return check_size(map, path, err) &&
           database_run_file(db, "analyzer/geography/boundary_tables.sql", err) &&
           store_rings(db, map, err) && boundary_labels_store(db, err) &&
           store_centres(db, map, err);
}

bool boundaries_load(sqlite3 *db, const char *path, struct error *err)
{
    struct map map = {0};
    bool ok = load(db, path, &map, err);
    geojson_rings_free(&map.file);
    free(map.points);
    free(map.shapes);
    return ok;
}
