/* SPDX-License-Identifier: MIT */
#include "report/chart_kind.h"

#include "base/embedded.h"
#include "base/memory.h"
#include "fixture.h"
#include "report/output.h"
#include "store/statements.h"
#include "suites.h"

#include <check.h>

static const char charts[] = "reports/charts/";

/* The folder of a file below reports/charts; empty for what stands beside the folders. */
static struct slice kind_of(const char *path)
{
    if (strncmp(path, charts, strlen(charts)) != 0)
        return (struct slice){"", 0};
    const char *kind = path + strlen(charts), *end = strchr(kind, '/');
    return (struct slice){kind, end ? (size_t)(end - kind) : 0};
}

static void check_parts(struct slice kind)
{
    static const char *const parts[] = {"words.sql", "data.sql", "drawing.gp"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        SCOPED_TEXT path = chart_kind_path(kind, parts[i]);
        ck_assert_msg(embedded_find(path) != NULL, "there is no %s", path);
    }
}

static bool is_of(const struct statement *s, const char *kind, const char *part)
{
    SCOPED_TEXT name = memory_print("chart_%s%s", kind, part);
    for (char *c = name; *c; c++)
        *c = *c == '-' ? '_' : *c;
    return strcmp(s->name, name) == 0;
}

/* Each statement of a folder is named after it, so that the program finds it. */
static void check_statements(struct slice kind)
{
    SCOPED_TEXT folder = chart_kind_path(kind, "");
    SCOPED_TEXT name = slice_copy(kind);
    size_t count = 0, data = 0;
    const struct statement *all = statements_all(&count);
    for (size_t i = 0; i < count; i++) {
        if (strncmp(all[i].path, folder, strlen(folder)) != 0)
            continue;
        bool is_data = is_of(&all[i], name, "");
        ck_assert_msg(is_data || is_of(&all[i], name, "_shapes") ||
                          is_of(&all[i], name, "_sizes") || is_of(&all[i], name, "_legend"),
                      "%s: nobody looks for a statement %s", all[i].path, all[i].name);
        data += is_data;
    }
    ck_assert_msg(data == 1, "%s has %zu statements of its data", folder, data);
}

START_TEST(each_folder_is_whole)
{
    size_t files = 0;
    for (size_t i = 0; i < embedded_count; i++) {
        struct slice kind = kind_of(embedded_files[i].path);
        if (kind.length == 0)
            continue;
        check_parts(kind);
        check_statements(kind);
        ck_assert(chart_kind_exists(kind));
        files++;
    }
    ck_assert_uint_ge(files, 3);
    ck_assert(!chart_kind_exists(slice_of("frame.gp")));
    ck_assert(!chart_kind_exists(slice_of("")));
}
END_TEST

/* The words of a folder are of its own kind: else another drawing would be made of them. */
START_TEST(words_are_of_their_kind)
{
    struct error err = {0};
    sqlite3 *db = fixture_database(":memory:");
    ck_assert_msg(output_prepare(db, NULL, &err), "%s", err.what);
    for (size_t i = 0; i < embedded_count; i++) {
        SCOPED_TEXT name = slice_copy(kind_of(embedded_files[i].path));
        if (!*name || !strstr(embedded_files[i].path, "/words.sql"))
            continue;
        fixture_run(db, "DELETE FROM temp.page_chart; DELETE FROM temp.page_chart_area");
        const char *words = strstr(embedded_text(embedded_files[i].path), "INSERT INTO page_chart");
        ck_assert_msg(words != NULL, "%s adds no chart", name);
        fixture_run(db, words);
        SCOPED_QUERY kinds = query_prepare(db, "charts_chosen");
        query_bind_text(kinds, "kind", slice_of("all"));
        while (query_next(kinds))
            ck_assert_msg(slice_is(query_get_text(kinds, "kind"), name), "%s", name);
        ck_assert(query_done(kinds, &err));
    }
    ck_assert_int_eq(sqlite3_close(db), SQLITE_OK);
}
END_TEST

START_TEST(knows_the_parts_of_a_kind)
{
    struct error err = {0};
    sqlite3 *db = fixture_database(":memory:");
    ck_assert_msg(output_prepare(db, NULL, &err), "%s", err.what);
    SCOPED_QUERY data = chart_kind_prepare(db, "stance-map", NULL);
    SCOPED_QUERY none = chart_kind_prepare(db, "stance-map", "shapes");
    SCOPED_QUERY shapes = chart_kind_prepare(db, "boundary-map", "shapes");
    ck_assert(data && !none && shapes);
    query_finalize(&data);
    query_finalize(&shapes);
    ck_assert_int_eq(sqlite3_close(db), SQLITE_OK);
}
END_TEST

Suite *suite_report_chart_kind(void)
{
    Suite *s = suite_create("report/chart_kind");
    TCase *c = tcase_create("folders");
    tcase_add_test(c, each_folder_is_whole);
    tcase_add_test(c, words_are_of_their_kind);
    tcase_add_test(c, knows_the_parts_of_a_kind);
    suite_add_tcase(s, c);
    return s;
}
