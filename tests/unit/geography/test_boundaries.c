/* SPDX-License-Identifier: MIT */
#include "geography/boundaries.h"

#include "report/fixture.h"
#include "suites.h"
#include "support.h"

#include <check.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* Invented areas: no coordinate here is one of a real boundary. The last code is
 * none that the label points know. */
static const char forces[] =
    "INSERT INTO input_file (file_no, name, kind, origin, encoding, sha256, bytes)"
    " VALUES (1, 'forces.csv', 'forces', 'reference', 'UTF-8', 'aa', 1);"
    "INSERT INTO force (force_no, force_id, name, regime, area_code, file_no, line) VALUES"
    " (1, 'a', 'A', 'FOIA', 'E23000001', 1, 2), (2, 'b', 'B', 'FOIA', 'E23000002', 1, 3),"
    " (3, 'c', 'C', 'FOIA', 'E23000034', 1, 4), (4, 'd', 'D', 'FOIA', 'E23009999', 1, 5),"
    " (5, 'e', 'E', 'FOIA', NULL, 1, 6)";

static sqlite3 *db;

static void set_up(void)
{
    fixture_enter();
    db = fixture_empty_database();
    fixture_run(db, forces);
}

static void tear_down(void)
{
    sqlite3_close(db);
    fixture_leave();
}

static bool load_text(const char *text, struct error *err)
{
    *err = (struct error){0};
    support_write_file("areas.geojson", text, strlen(text));
    return boundaries_load(db, "areas.geojson", err);
}

static void load(const char *text)
{
    struct error err;
    ck_assert_msg(load_text(text, &err), "%s\n%s", err.what, text);
}

/* The first column of the first row, as text. */
static const char *value(const char *sql)
{
    static char text[256];
    sqlite3_stmt *s = NULL;
    ck_assert_msg(sqlite3_prepare_v2(db, sql, -1, &s, NULL) == SQLITE_OK, "%s", sqlite3_errmsg(db));
    ck_assert_int_eq(sqlite3_step(s), SQLITE_ROW);
    const char *got = (const char *)sqlite3_column_text(s, 0);
    snprintf(text, sizeof text, "%s", got ? got : "null");
    sqlite3_finalize(s);
    return text;
}

#define FILE_OF(features) "{\"type\":\"FeatureCollection\",\"features\":[" features "]}"
#define FEATURE(properties, geometry)                                                              \
    "{\"type\":\"Feature\",\"properties\":" properties ",\"geometry\":" geometry "}"
#define POLYGON(rings) "{\"type\":\"Polygon\",\"coordinates\":[" rings "]}"
#define MANY(polygons) "{\"type\":\"MultiPolygon\",\"coordinates\":[" polygons "]}"
/* Squares on the grid: 20 km, 10 km beside it, 1.5 km, and 1 km. */
#define LARGE            "[[300000,300000],[320000,300000],[320000,320000],[300000,320000],[300000,300000]]"
#define BESIDE           "[[320000,300000],[330000,300000],[330000,310000],[320000,310000],[320000,300000]]"
#define ISLET            "[[290000,290000],[291500,290000],[291500,291500],[290000,291500],[290000,290000]]"
#define HOLE             "[[305000,305000],[305000,307000],[307000,307000],[307000,305000],[305000,305000]]"
#define PINHOLE          "[[310000,310000],[310000,310900],[310900,310900],[310900,310000],[310000,310000]]"
#define CODE(name, code) "{\"" name "\":\"" code "\"}"

static const char force_1[] = "1";
static const char nobody[] = "none";

static const struct {
    const char *properties, *force; /* its number, or that the file is refused */
} namings[] = {
    {CODE("PFA23CD", "E23000001"), force_1},
    {CODE("PFA24CD", "E23000001"), force_1},
    {CODE("pfa16cd", "E23000001"), force_1},
    {CODE("PFA11CD", "E23000001"), force_1},
    {CODE("code", "E23000001"), force_1},
    {CODE("CODE", " E23000001\\r\\n"), force_1},
    {CODE("", "E23000001"), force_1},
    {CODE("geo.id \\u202e<b>", "E23000001"), force_1},
    /* Several: ONS's name first, then "code", then any; of ONS's names the latest year. */
    {"{\"beside\":\"E23000002\",\"code\":\"E23000002\",\"PFA23CD\":\"E23000001\"}", force_1},
    {"{\"beside\":\"E23000002\",\"Code\":\"E23000001\"}", force_1},
    {"{\"PFA16CD\":\"E23000002\",\"pfa23cd\":\"E23000001\",\"PFA20CD\":\"E23000002\"}", force_1},
    {"{\"z\":\"E23000002\",\"area\":\"E23000001\",\"b\":\"E23000034\"}", force_1},
    {"{\"code\":\"17\",\"area\":\"E23000001\"}", force_1},
    /* The code of an area that nobody polices is believed all the same. */
    {"{\"beside\":\"E23000002\",\"PFA23CD\":\"E23777777\"}", nobody},
    {"{\"beside\":\"E23000002\",\"code\":\"E23777777\"}", nobody},
    /* Nothing that may stand there is a code but text. */
    {"null", nobody},
    {"[]", nobody},
    {"\"E23000001\"", nobody},
    {"{}", nobody},
    {"{\"PFA23CD\":null}", nobody},
    {"{\"PFA23CD\":23000001}", nobody},
    {"{\"PFA23CD\":[\"E23000001\"]}", nobody},
    {"{\"PFA23CD\":{\"code\":\"E23000001\"}}", nobody},
    {"{\"PFA23CD\":\"e23000001\"}", nobody},
    {"{\"PFA23CD\":\"E23000001\\u0000\"}", nobody},
    {"{\"PFA23CD\":\"' OR 1=1 --\"}", nobody},
    {"{\"PFA23CD\":\"%\",\"x\":\"\"}", nobody},
};

START_TEST(finds_the_force_by_any_name)
{
    struct error err;
    char text[1024];
    snprintf(text, sizeof text, FILE_OF(FEATURE("%s", POLYGON(LARGE))), namings[_i].properties);
    bool ok = load_text(text, &err);
    if (strcmp(namings[_i].force, nobody) == 0) {
        ck_assert_msg(!ok, "%s", text);
        ck_assert_int_eq(err.kind, ERROR_INPUT);
        ck_assert_msg(strstr(err.what, "none of its 1 features") != NULL, "%s", err.what);
        return;
    }
    ck_assert_msg(ok, "%s: %s", err.what, text);
    ck_assert_str_eq(value("SELECT group_concat(force_no) FROM boundary_ring"), namings[_i].force);
}
END_TEST

/* What is drawn of a force, and the areas as they are on the grid. */
static const struct {
    const char *geometry, *rings;
} geometries[] = {
    {POLYGON(LARGE), "main 400.0"},
    {POLYGON(LARGE "," HOLE), "main 400.0, hole 4.0"},
    {POLYGON(LARGE "," PINHOLE), "main 400.0"},
    {MANY("[" BESIDE "],[" LARGE "," HOLE "]"), "main 400.0, hole 4.0, part 100.0"},
    {MANY("[" LARGE "],[" ISLET "]"), "main 400.0"},
    {MANY("[" ISLET "]"), "main 2.3"}, /* its largest, however small */
    {POLYGON(ISLET "," HOLE), "main 2.3, hole 4.0"},
    /* Not closed: it is taken as closed. */
    {POLYGON("[[300000,300000],[320000,300000],[320000,320000],[300000,320000]]"), "main 400.0"},
    /* Altitudes, and points that are the same in whole metres. */
    {POLYGON("[[300000,300000,7],[300000.1,300000,8],[320000,300000,null],[320000,320000],"
             "[300000,320000],[300000.2,299999.9],[300000,300000,7]]"),
     "main 400.0"},
    /* Too short a ring, and its holes with it. */
    {MANY("[[[0,0],[1,1],[0,0]]," HOLE "],[" LARGE ",[]],[]"), "main 400.0"},
    {"{\"type\":\"GeometryCollection\",\"geometries\":[" POLYGON(LARGE) ",null," MANY("[" BESIDE
                                                                                      "]") "]}",
     "main 400.0, part 100.0"},
};

START_TEST(takes_every_kind_of_area)
{
    char text[2048];
    snprintf(text, sizeof text, FILE_OF(FEATURE(CODE("code", "E23000001"), "%s")),
             geometries[_i].geometry);
    load(text);
    ck_assert_str_eq(value("SELECT group_concat(CASE WHEN is_main THEN 'main' WHEN is_hole "
                           "THEN 'hole' ELSE 'part' END || printf(' %.1f', area_km2), ', ')"
                           " FROM (SELECT * FROM boundary_ring ORDER BY ring)"),
                     geometries[_i].rings);
    ck_assert_str_eq(value("SELECT count(*) FROM boundary_point a JOIN boundary_point z USING "
                           "(ring) WHERE a.place = 1 AND z.place = (SELECT max(place) FROM "
                           "boundary_point WHERE ring = a.ring) AND a.easting = z.easting AND "
                           "a.northing = z.northing"),
                     value("SELECT count(*) FROM boundary_ring"));
}
END_TEST

START_TEST(adds_up_the_features_of_a_force)
{
    load(FILE_OF(FEATURE(CODE("code", "E23000001"), POLYGON(BESIDE)) "," FEATURE(
        CODE("code", "E23000002"),
        "null") "," FEATURE(CODE("code", "E23000099"),
                            "\"no area\"") ",17,null," FEATURE(CODE("code", "E23000001"),
                                                               POLYGON(LARGE))));
    ck_assert_str_eq(value("SELECT group_concat(force_no || is_main) FROM boundary_ring"), "11,10");
    ck_assert_str_eq(value("SELECT group_concat(force_id) FROM force WHERE force_no NOT IN "
                           "(SELECT force_no FROM boundary_ring)"),
                     "b,c,d,e");
}
END_TEST

/* An enclave is painted after what surrounds it, with a hole for it and without. */
START_TEST(orders_rings_for_painting)
{
    load(FILE_OF(FEATURE(CODE("code", "E23000034"), POLYGON(HOLE)) "," FEATURE(
        CODE("code", "E23000002"), POLYGON(BESIDE)) "," FEATURE(CODE("code", "E23000001"),
                                                                POLYGON(LARGE "," HOLE))));
    ck_assert_str_eq(value("SELECT group_concat(force_no || is_hole) FROM boundary_ring"),
                     "10,11,20,30");
    ck_assert_str_eq(value("SELECT easting FROM boundary_point WHERE ring = 1 AND place = 1"),
                     "300000");
}
END_TEST

START_TEST(labels_forces_with_and_without_area)
{
    load(FILE_OF(FEATURE(CODE("code", "E23009999"), POLYGON(LARGE))));
    ck_assert_str_eq(
        value("SELECT group_concat(force_no || ':' || easting || ':' || northing, ' ') FROM "
              "boundary_label"),
        "1:517698:181218 2:338710:519184 3:532493:181263 4:310000:310000");
}
END_TEST

START_TEST(replaces_what_was_loaded_before)
{
    load(FILE_OF(FEATURE(CODE("code", "E23000001"), POLYGON(LARGE "," HOLE))));
    load(FILE_OF(FEATURE(CODE("code", "E23000002"), POLYGON(LARGE))));
    ck_assert_str_eq(value("SELECT group_concat(force_no) FROM boundary_ring"), "2");
    ck_assert_str_eq(value("SELECT count(*) FROM boundary_point"), "5");
}
END_TEST

/* --- coordinates --------------------------------------------------------- */

#define WITH_CRS(name, ring)                                                                       \
    "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"" name  \
    "\"}},\"features\":[" FEATURE(CODE("code", "E23000001"), POLYGON(ring)) "]}"

/* The easternmost is the point of the Ordnance Survey's worked example, a water
 * tower at 651409.903 E, 313177.270 N, in WGS 84. */
#define DEGREES "[[-3.5,54],[-3,54],[-3,54.5],[-3.5,54.5],[1.716073973,52.658007833],[-3.5,54]]"

START_TEST(projects_degrees_to_the_grid)
{
    static const char *const names[] = {"urn:ogc:def:crs:OGC:1.3:CRS84",
                                        "urn:ogc:def:crs:EPSG::4326", "EPSG:4258",
                                        "http://www.opengis.net/def/crs/OGC/1.3/CRS84"};
    char first[256] = "";
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char text[1024];
        snprintf(text, sizeof text, WITH_CRS("%s", DEGREES), names[i]);
        load(text);
        const char *easternmost = value("SELECT easting || ',' || northing FROM boundary_point "
                                        "ORDER BY easting DESC");
        int east = 0, north = 0;
        ck_assert_int_eq(sscanf(easternmost, "%d,%d", &east, &north), 2);
        ck_assert_int_le(abs(east - 651410), 10);
        ck_assert_int_le(abs(north - 313177), 10);
        if (i == 0)
            snprintf(first, sizeof first, "%s", easternmost);
        ck_assert_str_eq(easternmost, first);
    }
}
END_TEST

START_TEST(tells_degrees_from_metres)
{
    load(FILE_OF(FEATURE(CODE("code", "E23000001"), POLYGON(DEGREES))));
    ck_assert_str_eq(value("SELECT min(easting) > 290000 AND max(easting) < 660000 FROM "
                           "boundary_point"),
                     "1");
    load(WITH_CRS("urn:ogc:def:crs:EPSG::27700", LARGE));
    ck_assert_str_eq(value("SELECT min(easting) FROM boundary_point"), "300000");
    load(WITH_CRS("EPSG:27700", LARGE));
    ck_assert_str_eq(value("SELECT max(northing) FROM boundary_point"), "320000");
}
END_TEST

/* Two neighbours whose border is crooked, each with its own start and direction:
 * what is left of the border is the same in both. */
static void write_crooked(FILE *out, bool is_west)
{
    fputs("{\"type\":\"Feature\",\"properties\":{\"code\":\"", out);
    fprintf(out, "%s\"},\"geometry\":", is_west ? "E23000001" : "E23000002");
    fputs("{\"type\":\"Polygon\",\"coordinates\":[[", out);
    if (is_west)
        fputs("[280000,300000],", out);
    for (int i = 0; i <= 1000; i++) {
        int up = is_west ? i : 1000 - i;
        int off = up == 0 || up == 1000 ? 0 : up * 7919 % 900 + (up / 100 % 2) * 2000;
        fprintf(out, "%s[%d,%d]", i ? "," : "", 300000 + off, 300000 + up * 50);
    }
    fputs(is_west ? ",[280000,350000]]]}}" : ",[320000,300000],[320000,350000]]]}}", out);
}

START_TEST(leaves_no_gap_between_neighbours)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    fputs("{\"type\":\"FeatureCollection\",\"features\":[", out);
    write_crooked(out, true);
    putc(',', out);
    write_crooked(out, false);
    fputs("]}", out);
    ck_assert_int_eq(fclose(out), 0);
    load(text);
    free(text);
    /* Only the two outer corners of each are not points of the other. */
    ck_assert_str_eq(value("SELECT count(*) FROM (SELECT 1 FROM (SELECT DISTINCT ring, easting, "
                           "northing FROM boundary_point) GROUP BY easting, northing "
                           "HAVING count(*) = 1)"),
                     "4");
    ck_assert_int_lt(atoi(value("SELECT max(place) FROM boundary_point")), 500);
    ck_assert_int_gt(atoi(value("SELECT max(place) FROM boundary_point")), 20);
}
END_TEST

/* A bay 300 m deep is left out, but not where London's inset shows it. */
START_TEST(keeps_london_finer)
{
    load(FILE_OF(FEATURE(CODE("code", "E23000001"),
                         POLYGON("[[300000,300000],[310000,300300],[320000,300000],"
                                 "[320000,320000],[300000,320000]]")) "," //
                 FEATURE(CODE("code", "E23000002"),
                         POLYGON("[[510000,160000],[520000,160300],[530000,160000],"
                                 "[530000,180000],[510000,180000]]"))));
    ck_assert_str_eq(
        value("SELECT group_concat(n) FROM (SELECT force_no || ':' || count(*) AS n "
              "FROM boundary_ring JOIN boundary_point USING (ring) GROUP BY force_no)"),
        "1:5,2:6");
}
END_TEST

/* --- what is refused ----------------------------------------------------- */

#define OF_FORCE(geometry) FILE_OF(FEATURE(CODE("code", "E23000002"), geometry))
#define AT(position)       OF_FORCE(POLYGON("[[3,54]," position ",[3.5,54.5],[3,54.5]]"))

static const struct {
    const char *text, *what;
} refused[] = {
    {"", "not JSON"},
    {"PK\x03\x04", "not JSON"},
    {"{\"type\":\"FeatureCollection\",\n\"features\":[{]}", "column 14"},
    {"{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geom", "not all of it"},
    {FILE_OF("") "x", "not JSON"},
    {"\xff\xfe{", "not JSON"},
    {"[]", "\"type\" is missing"},
    {"17", "not JSON"},
    {"{}", "\"type\" is missing"},
    {"{\"type\":\"Topology\",\"objects\":{}}", "\"Topology\""},
    {"{\"type\":\"FeatureCollection\"}", "not a GeoJSON"},
    {"{\"type\":\"FeatureCollection\",\"features\":{}}", "not a GeoJSON"},
    {FILE_OF(""), "it has no features"},
    {FILE_OF(FEATURE("{\"LAD23CD\":\"E06000001\",\"LAD23NM\":\"x\"}", "null")),
     "\"LAD23CD\", \"LAD23NM\""},
    {FILE_OF(FEATURE("{}", "null")), "it has none"},
    {OF_FORCE("null"), "no outline"},
    {OF_FORCE("{\"type\":\"Point\",\"coordinates\":[1,2]}"), "not an area but Point"},
    {OF_FORCE("{\"type\":7}"), "feature 1 (E23000002): its geometry"},
    {OF_FORCE("{\"type\":\"Polygon\"}"), "arrays of rings"},
    {OF_FORCE("{\"type\":\"MultiPolygon\",\"coordinates\":7}"), "arrays of polygons"},
    {OF_FORCE(POLYGON("7")), "not an array"},
    {OF_FORCE(POLYGON("[[1,2],[1,2],[1,2],[1,2]]")), "not in the United Kingdom"},
    {OF_FORCE(POLYGON("[[-3,54],[-3,54],[-3,54],[-3,54]]")), "without extent"},
    {AT("[\"3\",54]"), "feature 1 (E23000002): a position"},
    {AT("[3]"), "a position of its outline"},
    {AT("null"), "a position of its outline"},
    {AT("[3,[54]]"), "a position of its outline"},
    {AT("[NaN,54]"), "not JSON"},
    {AT("[1e309,54]"), "not JSON"},
    {AT("[1e308,54]"), "not in the United Kingdom"},
    {AT("[-1e308,-1e308]"), "not in the United Kingdom"},
    {AT("[99999999999999999999999999,54]"), "not in the United Kingdom"},
    {OF_FORCE(POLYGON("[[54,-3],[54,-3.5],[54.5,-3.5],[54.5,-3]]")), "longitude and latitude"},
    {OF_FORCE(POLYGON("[[-400000,7000000],[-300000,7000000],[-300000,7100000],[-400000,7000000]]")),
     "metres of the British National Grid"},
    {WITH_CRS("urn:ogc:def:crs:EPSG::3857", LARGE), "EPSG::3857"},
    {WITH_CRS("", LARGE), "which is not read"},
    {WITH_CRS("EPSG:4326", LARGE), "not in the United Kingdom"},
};

START_TEST(refuses_with_advice)
{
    struct error err;
    ck_assert_msg(!load_text(refused[_i].text, &err), "%s", refused[_i].text);
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_str_eq(err.source, "areas.geojson");
    ck_assert_msg(strstr(err.what, refused[_i].what) != NULL, "%s\n%s", err.what, refused[_i].text);
    ck_assert_msg(err.next[0] != '\0', "%s", err.what);
}
END_TEST

START_TEST(says_the_line_of_damage)
{
    struct error err;
    ck_assert(!load_text("{\n\"type\":\n\"FeatureCollection\"\n\"features\":[]}", &err));
    ck_assert_int_eq(err.line, 4);
}
END_TEST

START_TEST(refuses_what_nests_too_deep)
{
    enum { DEPTH = 100000 };
    char *text = calloc(DEPTH + 1, 1);
    ck_assert_ptr_nonnull(text);
    memset(text, '[', DEPTH);
    struct error err;
    ck_assert(!load_text(text, &err));
    ck_assert_msg(strstr(err.what, "not JSON") != NULL, "%s", err.what);
    free(text);
}
END_TEST

START_TEST(refuses_what_is_no_file)
{
    struct error err = {0};
    ck_assert(!boundaries_load(db, "missing.geojson", &err));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_msg(strstr(err.what, "No such file") != NULL, "%s", err.what);
    ck_assert_int_eq(mkdir("folder", 0700), 0);
    err = (struct error){0};
    ck_assert(!boundaries_load(db, "folder", &err));
    ck_assert_msg(strstr(err.what, "it is no file, but a folder") != NULL, "%s", err.what);
}
END_TEST

START_TEST(takes_a_byte_order_mark)
{
    load("\xef\xbb\xbf" OF_FORCE(POLYGON(LARGE)));
    ck_assert_str_eq(value("SELECT count(*) FROM boundary_ring"), "1");
}
END_TEST

START_TEST(refuses_a_huge_file)
{
    support_write_file("huge.geojson", "{", 1);
    ck_assert_int_eq(truncate("huge.geojson", 200000001), 0);
    struct error err = {0};
    ck_assert(!boundaries_load(db, "huge.geojson", &err));
    ck_assert_msg(strstr(err.what, "larger than 200 MB") != NULL, "%s", err.what);
}
END_TEST

/* A zigzag that grows: the worst there is for the method, were its work not bounded. */
START_TEST(refuses_what_is_too_intricate)
{
    FILE *out = fopen("zigzag.geojson", "we");
    ck_assert_ptr_nonnull(out);
    fputs("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
          "{\"code\":\"E23000002\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0]",
          out);
    for (int i = 0; i < 300000; i++)
        fprintf(out, ",[%d,%d]", 300000 + i % 2 * i, 100000 + i * 2);
    fputs("]]}}]}", out);
    ck_assert_int_eq(fclose(out), 0);
    struct error err = {0};
    ck_assert(!boundaries_load(db, "zigzag.geojson", &err));
    ck_assert_msg(strstr(err.what, "a map takes 200000") != NULL, "%s", err.what);
}
END_TEST

#define COUNT(table) (int)(sizeof(table) / sizeof *(table))

Suite *suite_geography_boundaries(void)
{
    Suite *suite = suite_create("geography/boundaries");
    TCase *tcase = tcase_create("boundaries");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_loop_test(tcase, finds_the_force_by_any_name, 0, COUNT(namings));
    tcase_add_loop_test(tcase, takes_every_kind_of_area, 0, COUNT(geometries));
    tcase_add_test(tcase, adds_up_the_features_of_a_force);
    tcase_add_test(tcase, orders_rings_for_painting);
    tcase_add_test(tcase, labels_forces_with_and_without_area);
    tcase_add_test(tcase, replaces_what_was_loaded_before);
    tcase_add_test(tcase, projects_degrees_to_the_grid);
    tcase_add_test(tcase, tells_degrees_from_metres);
    tcase_add_test(tcase, leaves_no_gap_between_neighbours);
    tcase_add_test(tcase, keeps_london_finer);
    tcase_add_loop_test(tcase, refuses_with_advice, 0, COUNT(refused));
    tcase_add_test(tcase, says_the_line_of_damage);
    tcase_add_test(tcase, refuses_what_nests_too_deep);
    tcase_add_test(tcase, refuses_what_is_no_file);
    tcase_add_test(tcase, takes_a_byte_order_mark);
    tcase_add_test(tcase, refuses_a_huge_file);
    tcase_add_test(tcase, refuses_what_is_too_intricate);
    suite_add_tcase(suite, tcase);
    return suite;
}
