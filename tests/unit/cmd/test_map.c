/* SPDX-License-Identifier: MIT
 * concord map: charts that stand alone.
 */
#include "running.h"
#include "suites.h"
#include "table.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* The real pack, audited once for a test; returns the path of its database. */
static const char *audited(const char *pack)
{
    static char database[PATH_MAX];
    running_check(RUN("audit", pack, "-o", running_path("audit"), "--quiet", "--format", "json",
                      "--marking", "OFFICIAL"),
                  0, NULL, NULL);
    snprintf(database, sizeof database, "%s/audit/audit.db", running_work);
    return database;
}

static char *read_made(const char *name)
{
    size_t size = 0;
    return support_read_file(running_path(name), &size);
}

START_TEST(the_words_stand_inside_the_picture)
{
    const char *database = audited("datasets/palantir");
    ck_assert_int_eq(mkdir(running_path("maps"), 0777), 0);
    char folder[PATH_MAX];
    snprintf(folder, sizeof folder, "%s", running_path("maps"));
    running_check(RUN("map", database, "--tool", "palantir", "-o", folder), 0,
                  "stance-map-palantir.svg\n", NULL);
    char *svg = read_made("maps/stance-map-palantir.svg");
    static const char *const words[] = {"Forces split three ways", "Public position on Palantir",
                                        "Source: responses", "as of 2026-06-30", "OFFICIAL"};
    for (size_t i = 0; i < LENGTH_OF(words); i++)
        ck_assert_msg(strstr(svg, words[i]), "%s is not in the picture", words[i]);
    free(svg);
    ck_assert(support_exists(running_path("maps/stance-map-palantir.png")));
    char *data = read_made("maps/stance-map-palantir.csv");
    ck_assert_msg(strncmp(data, "OFFICIAL\n", 9) == 0, "no marking at the head");
    ck_assert_str_eq(data + strlen(data) - 9, "OFFICIAL\n");
    free(data);
    running_check(RUN("map", database, "-o", folder, "--marking", "SECRET", "-f", "svg"), 0, NULL,
                  NULL);
    svg = read_made("maps/stance-map-palantir.svg");
    ck_assert(strstr(svg, "SECRET") && !strstr(svg, "OFFICIAL"));
    free(svg);
}
END_TEST

static const struct {
    const char *arguments[6];
    int code;
    const char *out, *err;
} asked[] = {
    {{"--list"}, 0, "stance-map\tpalantir\t995/24\t", NULL},
    /* Of the publications about Palantir two are by the forces concerned. */
    {{"--list"}, 0, "1 force moved; 2 acknowledged", NULL},
    {{"--request", "Log No.995/24", "-f", "svg"}, 0, "stance-map-palantir-995-24.svg", NULL},
    {{"--request", "9/99"}, 2, NULL, "Requests with a map: 157/25, 1750/22, 995/24."},
    {{"--tool", "palantier"}, 2, NULL, "Did you mean"},
    {{"--tool", "Palantir", "-f", "svg"}, 0, "stance-map-palantir.svg", NULL},
    {{"--chart", "matrix", "--request", "995/24"}, 2, NULL, "no chart \"matrix\" of one request"},
    {{"--chart", "pie"}, 2, NULL, "There is map, all, agreement, assumptions, findings, matrix"},
    {{"--chart", "whatif", "--tool", "palantir-predictive"}, 2, NULL, "--list"},
    {{"--chart", "timeline", "-f", "pdf", "-s", "a4"}, 0, "timeline-palantir.pdf", NULL},
    {{"--boundaries", "none.geojson"}, 3, NULL, "none.geojson: the boundaries cannot be read"},
    {{"-o", "no-such-folder"}, 4, NULL, "Make that folder first"},
    {{"-o", "audit"}, 4, NULL, "audit: this is the output of an audit"},
};

START_TEST(answers_what_is_asked)
{
    const char *arguments[10] = {"map", audited("datasets/palantir")};
    for (int i = 0; i < 6 && asked[_i].arguments[i]; i++)
        arguments[2 + i] = asked[_i].arguments[i];
    running_check(support_concord(running_work, NULL, arguments), asked[_i].code, asked[_i].out,
                  asked[_i].err);
    char leftover[PATH_MAX];
    snprintf(leftover, sizeof leftover, "%s/.concord-map*", running_work);
    struct support_output found =
        support_run(running_work, NULL, (const char *const[]){"ls", "-A", NULL});
    ck_assert_msg(!strstr(found.out, ".partial") && !strstr(found.out, "concord-map"), "%s",
                  found.out);
    support_output_done(&found);
}
END_TEST

START_TEST(every_chart_in_every_size_and_form)
{
    static const char *const sizes[] = {"slide", "a4", "web"};
    const char *database = audited("datasets/national-example");
    running_check(
        RUN("map", database, "-c", "all", "-s", sizes[_i], "-f", "svg,png,pdf", "-o", running_work),
        0, "quadrant-halcyon-insight.pdf", NULL);
}
END_TEST

START_TEST(the_same_bytes_twice)
{
    const char *database = audited("datasets/palantir");
    ck_assert_int_eq(mkdir(running_path("b"), 0777), 0);
    running_check(RUN("map", database, "-c", "all", "-f", "svg,png,pdf", "-o", running_work), 0,
                  NULL, NULL);
    char folder[PATH_MAX];
    snprintf(folder, sizeof folder, "%s", running_path("b"));
    running_check(RUN("map", database, "-c", "all", "-f", "svg,png,pdf", "-o", folder), 0, NULL,
                  NULL);
    running_check(
        support_run(running_work, NULL,
                    (const char *const[]){"sh", "-c",
                                          "for f in b/*; do cmp \"$f\" \"${f#b/}\"; done", NULL}),
        0, "", NULL);
}
END_TEST

/* Forces without a cell of their own are listed, each in one place. */
START_TEST(forces_off_the_grid_have_places)
{
    running_write("forces.csv", "force_id,name,aliases,nation,kind,regime,area_code,grid_col,"
                                "grid_row,abbreviation,rocu\n"
                                "a,A,,england,territorial,FOIA,,,,AAA,\n"
                                "b,B,,england,territorial,FOIA,,,,BBB,\n"
                                "c,C,,england,territorial,FOIA,,3,3,CCC,\n"
                                "d,D,,england,territorial,FOIA,,3,3,DDD,\n"
                                "e,E,,england,special,FOIA,,,,EEE,\n");
    running_write("responses.csv", "response_id,force_id,request_id,tool_id,topic,stance\n"
                                   "1,a,7001/24,t,use,ncnd\n2,e,7001/24,t,use,not_held\n");
    running_check(RUN_IN(running_work, "audit", ".", "-o", "out", "--format", "json", "--quiet"), 0,
                  NULL, NULL);
    running_check(RUN_IN(running_work, "map", "out/audit.db", "-f", "svg"), 0, NULL, NULL);
    struct support_output twice = support_run(
        running_work, NULL,
        (const char *const[]){
            "sh", "-c", "cut -d, -f1,2 stance-map-t.csv | sort | uniq -d; wc -l <stance-map-t.csv",
            NULL});
    ck_assert_str_eq(twice.out, "6\n");
    support_output_done(&twice);
}
END_TEST

/* Two invented squares with codes of two forces. */
static const char squares[] =
    "{\"type\":\"FeatureCollection\",\"features\":["
    "{\"type\":\"Feature\",\"properties\":{\"PFA24CD\":\"E23000009\"},\"geometry\":{\"type\":"
    "\"Polygon\",\"coordinates\":[[[-2,54],[-1,54],[-1,54.5],[-2,54.5],[-2,54]]]}},"
    "{\"type\":\"Feature\",\"properties\":{\"PFA24CD\":\"E23000001\"},\"geometry\":{\"type\":"
    "\"Polygon\",\"coordinates\":[[[-0.5,51.3],[0.3,51.3],[0.3,51.7],[-0.5,51.7],[-0.5,51.3]]]}}"
    "]}";

START_TEST(draws_boundaries)
{
    const char *database = audited("datasets/palantir");
    running_write("areas.geojson", squares);
    running_check(support_concord(running_work, NULL,
                                  (const char *const[]){"map", database, "--boundaries",
                                                        "areas.geojson", "-t", "palantir", NULL}),
                  0, "boundary-map-palantir.svg", NULL);
    char *svg = read_made("boundary-map-palantir.svg");
    ck_assert(strstr(svg, "London, enlarged") && strstr(svg, "Open Government Licence"));
    ck_assert(strstr(svg, "Without a boundary in the file"));
    free(svg);
    running_write("areas.geojson", "{\"type\":\"FeatureCollection\",\"features\":[]}");
    running_check(support_concord(running_work, NULL,
                                  (const char *const[]){"map", database, "--boundaries",
                                                        "areas.geojson", NULL}),
                  3, NULL, "ONS Open Geography");
}
END_TEST

START_TEST(finds_boundaries_where_they_are_kept)
{
    const char *database = audited("datasets/palantir");
    ck_assert_int_eq(mkdir(running_path("datasets"), 0777), 0);
    ck_assert_int_eq(mkdir(running_path("datasets/boundaries"), 0777), 0);
    running_write("datasets/boundaries/areas.geojson", squares);
    running_check(support_concord(running_work, NULL,
                                  (const char *const[]){"map", database, "-f", "svg", NULL}),
                  0, "boundary-map-palantir.svg", NULL);
}
END_TEST

Suite *suite_cmd_map(void)
{
    TCase *c;
    Suite *suite = suite_with_case("cmd/map", &c);
    tcase_add_checked_fixture(c, running_begin, running_end);
    tcase_add_test(c, the_words_stand_inside_the_picture);
    ADD_TABLE_TEST(c, answers_what_is_asked, asked);
    tcase_add_loop_test(c, every_chart_in_every_size_and_form, 0, 3);
    tcase_add_test(c, the_same_bytes_twice);
    tcase_add_test(c, forces_off_the_grid_have_places);
    tcase_add_test(c, draws_boundaries);
    tcase_add_test(c, finds_boundaries_where_they_are_kept);
    return suite;
}
