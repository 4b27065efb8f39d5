/* SPDX-License-Identifier: MIT */
#include "geography/geojson.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILE_MEGABYTES_MAX = 200, BYTES_MAX = FILE_MEGABYTES_MAX * 1000000, RING_POSITIONS_MIN = 4 };

const char geojson_advice[] =
    "Download \"Police Force Areas\" as GeoJSON from the ONS Open Geography portal, "
    "geoportal.statistics.gov.uk (a generalised version, BGC or BUC, is enough).";

/* Fed to the parser piece by piece, so that the text is never held whole. */
struct source {
    FILE *in;
    size_t taken;
    int code; /* errno of a failed read */
    bool is_too_large;
};

static size_t feed(void *buffer, size_t size, void *data)
{
    static const char mark[] = "\xef\xbb\xbf";
    struct source *s = data;
    size_t got = fread(buffer, 1, size, s->in);
    if (got == 0 && ferror(s->in)) {
        s->code = errno;
        return (size_t)-1;
    }
    if (s->taken == 0 && got >= 3 && memcmp(buffer, mark, 3) == 0)
        memset(buffer, ' ', 3);
    s->taken += got;
    s->is_too_large = s->taken > BYTES_MAX;
    return s->is_too_large ? (size_t)-1 : got;
}

/* Known before it is read; a pipe is counted as it comes. */
static bool is_large_file(FILE *in)
{
    struct stat status;
    return fstat(fileno(in), &status) == 0 && S_ISREG(status.st_mode) && status.st_size > BYTES_MAX;
}

static void explain_failure(const struct source *s, const json_error_t *json, const char *path,
                            struct error *err)
{
    if (s->code)
        error_set(err, ERROR_INPUT, path, 0, "Name a GeoJSON file of boundaries.",
                  "cannot be read: %s", strerror(s->code));
    else if (s->is_too_large)
        error_set(err, ERROR_INPUT, path, 0, geojson_advice,
                  "larger than %d MB, the most that boundaries may have", FILE_MEGABYTES_MAX);
    else
        error_set(err, ERROR_INPUT, path, json->line > 0 ? json->line : 1, geojson_advice,
                  "this is not JSON, or not all of it: column %d: %s",
                  json->column > 0 ? json->column : 1, json->text);
}

static json_t *parse_file(const char *path, struct error *err)
{
    struct source source = {.in = NULL};
    struct file_reason reason;
    json_error_t json = {0};
    json_t *root = NULL;
    int fd = -1;
    if (file_open_named(path, &fd, &reason) != FILE_OPENED) {
        error_set(err, ERROR_INPUT, path, 0, "Name a GeoJSON file of boundaries.", "%s",
                  reason.text);
        return NULL;
    }
    source.in = fdopen(fd, "r");
    if (!source.in)
        source.code = errno;
    else
        source.is_too_large = is_large_file(source.in);
    if (source.in && !source.is_too_large)
        root = json_load_callback(feed, &source, JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL, &json);
    if (!root)
        explain_failure(&source, &json, path, err);
    if (source.in)
        fclose(source.in);
    else
        close(fd);
    return root;
}

json_t *geojson_read(const char *path, struct error *err)
{
    json_t *root = parse_file(path, err);
    if (!root)
        return NULL;
    const char *type = json_string_value(json_object_get(root, "type"));
    if (type && strcmp(type, "FeatureCollection") == 0 &&
        json_is_array(json_object_get(root, "features")))
        return root;
    error_set(err, ERROR_INPUT, path, 0, geojson_advice,
              "this is not a GeoJSON FeatureCollection: its \"type\" is %s%s%s", type ? "\"" : "",
              type ? SHOWN(type, 48) : "missing", type ? "\"" : "");
    json_decref(root);
    return NULL;
}

/* The last part of "urn:ogc:def:crs:EPSG::27700", "EPSG:27700" or a URL. */
static const char *last_part(const char *name)
{
    const char *part = name;
    for (const char *p = name; *p; p++)
        if (*p == ':' || *p == '/' || *p == '#')
            part = p + 1;
    return part;
}

bool geojson_read_crs(const json_t *collection, const char *path, enum geojson_crs *ret_crs,
                      struct error *err)
{
    static const struct {
        const char *part;
        enum geojson_crs crs;
    } known[] = {
        {"27700", GEOJSON_CRS_GRID},     {"CRS84", GEOJSON_CRS_DEGREES},
        {"4326", GEOJSON_CRS_DEGREES},   {"4258", GEOJSON_CRS_DEGREES},
        {"CRS84h", GEOJSON_CRS_DEGREES},
    };
    *ret_crs = GEOJSON_CRS_UNSTATED;
    const json_t *crs = json_object_get(collection, "crs");
    const char *name =
        json_string_value(json_object_get(json_object_get(crs, "properties"), "name"));
    if (!name)
        return true;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(last_part(name), known[i].part) == 0) {
            *ret_crs = known[i].crs;
            return true;
        }
    return error_set(err, ERROR_INPUT, path, 0,
                     "Download it again in WGS 84 (EPSG:4326) or British National Grid "
                     "(EPSG:27700).",
                     "its coordinates are in \"%s\", which is not read", SHOWN(name, 84));
}

static bool fail_feature(const struct geojson_feature *f, struct error *err, const char *what,
                         const char *value)
{
    return error_set(err, ERROR_INPUT, f->path, 0, geojson_advice, "feature %zu (%.20s): %s%.40s",
                     f->number, f->code, what, value);
}

static bool add_position(struct geojson_rings *rings, const json_t *pair,
                         const struct geojson_feature *f, struct error *err)
{
    const json_t *x = json_array_get(pair, 0), *y = json_array_get(pair, 1);
    if (!json_is_number(x) || !json_is_number(y))
        return fail_feature(f, err, "a position of its outline is not two numbers", "");
    rings->positions = memory_grow(rings->positions, rings->position_count, &rings->position_room,
                                   sizeof *rings->positions);
    rings->positions[rings->position_count++] =
        (struct position){json_number_value(x), json_number_value(y)};
    return true;
}

static bool is_closed(const json_t *ring, size_t count)
{
    return count > 1 && json_equal(json_array_get(ring, 0), json_array_get(ring, count - 1));
}

/* Nothing is added for a ring of too few positions; *ret_is_added tells. */
static bool add_ring(struct geojson_rings *rings, const json_t *ring,
                     const struct geojson_feature *f, bool *ret_is_added, struct error *err)
{
    *ret_is_added = false;
    if (!json_is_array(ring))
        return fail_feature(f, err, "a ring of its outline is not an array", "");
    size_t count = json_array_size(ring);
    if (count < RING_POSITIONS_MIN)
        return true;
    if (is_closed(ring, count))
        count--;
    rings->rings = memory_grow(rings->rings, rings->count, &rings->room, sizeof *rings->rings);
    rings->rings[rings->count] =
        (struct geojson_ring){rings->position_count, count, rings->count, f->number, f->owner};
    for (size_t i = 0; i < count; i++)
        if (!add_position(rings, json_array_get(ring, i), f, err))
            return false;
    rings->count++;
    *ret_is_added = true;
    return true;
}

static bool add_polygon(struct geojson_rings *rings, const json_t *polygon,
                        const struct geojson_feature *f, struct error *err)
{
    if (!json_is_array(polygon))
        return fail_feature(f, err, "its coordinates are not arrays of rings", "");
    size_t outer = rings->count;
    bool is_added = false;
    for (size_t i = 0; i < json_array_size(polygon); i++) {
        if (!add_ring(rings, json_array_get(polygon, i), f, &is_added, err))
            return false;
        if (i == 0 && !is_added)
            return true;
        if (is_added)
            rings->rings[rings->count - 1].outer = outer;
    }
    return true;
}

static bool add_polygons(struct geojson_rings *rings, const json_t *polygons,
                         const struct geojson_feature *f, struct error *err)
{
    if (!json_is_array(polygons))
        return fail_feature(f, err, "its coordinates are not arrays of polygons", "");
    for (size_t i = 0; i < json_array_size(polygons); i++)
        if (!add_polygon(rings, json_array_get(polygons, i), f, err))
            return false;
    return true;
}

/* A collection may hold collections; the parser bounds how deep anything nests. */
static bool add_collection(struct geojson_rings *rings, const json_t *geometry,
                           const struct geojson_feature *f, struct error *err)
{
    const json_t *members = json_object_get(geometry, "geometries");
    for (size_t i = 0; i < json_array_size(members); i++)
        if (!geojson_add_area(rings, json_array_get(members, i), f, err))
            return false;
    return true;
}

bool geojson_add_area(struct geojson_rings *rings, const json_t *geometry,
                      const struct geojson_feature *f, struct error *err)
{
    if (!geometry || json_is_null(geometry))
        return true;
    const char *type = json_string_value(json_object_get(geometry, "type"));
    const json_t *coordinates = json_object_get(geometry, "coordinates");
    if (type && strcmp(type, "Polygon") == 0)
        return add_polygon(rings, coordinates, f, err);
    if (type && strcmp(type, "MultiPolygon") == 0)
        return add_polygons(rings, coordinates, f, err);
    if (type && strcmp(type, "GeometryCollection") == 0)
        return add_collection(rings, geometry, f, err);
    return fail_feature(f, err, "its geometry is not an area but ", type ? type : "without a type");
}

void geojson_rings_free(struct geojson_rings *rings)
{
    free(rings->positions);
    free(rings->rings);
    *rings = (struct geojson_rings){0};
}
