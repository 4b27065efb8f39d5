/* SPDX-License-Identifier: MIT
 * The order of columns in the schema means nothing: an audit into tables whose columns stand in
 * the opposite order holds the same rows and puts out the same. So no statement counts columns.
 */
#include "base/memory.h"
#include "compare/compare.h"
#include "order/differences.h"
#include "order/outputs.h"
#include "order/reversed_columns.h"
#include "rules/worked_packs.h"
#include "store/database.h"
#include "suites.h"
#include "support.h"
#include "table.h"

#include <stdio.h>
#include <string.h>

static const struct subject {
    const char *folder, *as_of;
    const char *baseline, *baseline_as_of;
} chosen[] = {
    {.folder = "datasets/palantir"},
    {.folder = "datasets/facial-recognition"},
    {.folder = "datasets/national-example"},
    {.folder = "tests/unit/order/pack"},
    {.folder = "datasets/palantir", .baseline = "tests/unit/order/pack"},
    {.folder = "datasets/national-example",
     .baseline = "datasets/national-example",
     .baseline_as_of = "2025-01-01"},
};

enum { EVERY = 12 }; /* of the worked packs, which all fill the same tables */

static const char *const *packs;
static int pack_count;

static json_t *value_of(sqlite3_stmt *s, int column)
{
    switch (sqlite3_column_type(s, column)) {
    case SQLITE_NULL:
        return json_null();
    case SQLITE_INTEGER:
        return json_integer(sqlite3_column_int64(s, column));
    case SQLITE_FLOAT:
        return json_real(sqlite3_column_double(s, column));
    default:
        return json_string((const char *)sqlite3_column_text(s, column));
    }
}

static json_t *rows_of(sqlite3 *db, const char *table)
{
    SCOPED_TEXT sql = memory_print("SELECT * FROM main.%s", table);
    sqlite3_stmt *s = NULL;
    ck_assert_int_eq(sqlite3_prepare_v2(db, sql, -1, &s, NULL), SQLITE_OK);
    json_t *rows = json_array();
    while (sqlite3_step(s) == SQLITE_ROW) {
        json_t *row = json_object();
        for (int i = 0; i < sqlite3_column_count(s); i++)
            json_object_set_new(row, sqlite3_column_name(s, i), value_of(s, i));
        json_array_append_new(rows, row);
    }
    sqlite3_finalize(s);
    return rows;
}

/* The rows of every table, by its name. */
static json_t *tables_of(sqlite3 *db)
{
    json_t *tables = json_object();
    sqlite3_stmt *s = NULL;
    ck_assert_int_eq(sqlite3_prepare_v2(db,
                                        "SELECT name FROM sqlite_schema WHERE type = 'table' AND "
                                        "name NOT LIKE 'sqlite!_%' ESCAPE '!'",
                                        -1, &s, NULL),
                     SQLITE_OK);
    while (sqlite3_step(s) == SQLITE_ROW) {
        const char *name = (const char *)sqlite3_column_text(s, 0);
        json_object_set_new(tables, name, rows_of(db, name));
    }
    sqlite3_finalize(s);
    return tables;
}

/* An audit as a file, where there is to be a baseline. */
static void write_baseline(const struct subject *s, const char *path)
{
    struct error err = {0};
    sqlite3 *db = worked_pack_audit(s->baseline, s->baseline_as_of, NUMBERS_IN_SHORT);
    ck_assert(database_commit(db, &err));
    SCOPED_TEXT sql = memory_print("VACUUM INTO '%s'", path);
    ck_assert_msg(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK, "%s", sqlite3_errmsg(db));
    sqlite3_close(db);
}

struct audit {
    json_t *tables, *outputs;
};

static struct audit audit(const struct subject *s, const char *baseline, bool is_reversed,
                          enum outputs_wanted wanted)
{
    struct error err = {0};
    sqlite3 *db = worked_pack_database(NUMBERS_IN_SHORT);
    if (is_reversed)
        reverse_columns(db);
    worked_pack_audit_into(db, s->folder, s->as_of);
    ck_assert_msg(!baseline || compare_with_baseline(db, baseline, &err), "%s", err.what);
    struct audit a = {tables_of(db), outputs_of(db, wanted)};
    ck_assert_int_eq(sqlite3_close(db), SQLITE_OK);
    return a;
}

/* Check cuts a long message, so what differs is printed. */
static size_t print_differing_tables(json_t *as_is, json_t *reversed)
{
    size_t differing = 0;
    const char *name = NULL;
    json_t *rows = NULL;
    json_object_foreach(as_is, name, rows)
    {
        if (json_equal(rows, json_object_get(reversed, name)))
            continue;
        printf("  differs: table %s\n", name);
        differing++;
    }
    return differing;
}

static size_t print_differing_outputs(json_t *as_is, json_t *reversed)
{
    json_t *differences = json_object(), *columns = NULL;
    const char *where = NULL;
    differences_add(differences, as_is, reversed);
    json_object_foreach(differences, where, columns)
    {
        SCOPED_TEXT line = differences_line(where, columns);
        printf("  differs: output %s\n", line);
    }
    size_t differing = json_object_size(differences);
    json_decref(differences);
    return differing;
}

static void check_subject(const struct subject *s, enum outputs_wanted wanted)
{
    char folder[64];
    support_make_folder(folder);
    SCOPED_TEXT baseline = memory_print("%s/baseline.db", folder);
    if (s->baseline)
        write_baseline(s, baseline);
    const char *against = s->baseline ? baseline : NULL;
    struct audit as_is = audit(s, against, false, wanted);
    struct audit reversed = audit(s, against, true, wanted);
    support_remove_folder(folder);
    size_t tables = print_differing_tables(as_is.tables, reversed.tables);
    size_t outputs = print_differing_outputs(as_is.outputs, reversed.outputs);
    ck_assert_msg(tables + outputs == 0, "%s: %zu tables and %zu outputs differ (see above)",
                  s->folder, tables, outputs);
    json_decref(as_is.tables);
    json_decref(as_is.outputs);
    json_decref(reversed.tables);
    json_decref(reversed.outputs);
}

START_TEST(chosen_pack_in_reversed_columns)
{
    check_subject(&chosen[_i], OUTPUTS_ALL);
}
END_TEST

START_TEST(worked_pack_in_reversed_columns)
{
    char as_of[WORKED_PACK_DATE_BYTES];
    const char *folder = packs[_i * EVERY];
    const struct subject s = {.folder = folder, .as_of = worked_pack_as_of(folder, as_of)};
    check_subject(&s, OUTPUTS_WITHOUT_PAGE);
}
END_TEST

/* A statement that counts columns would give another answer: the test can see one. */
START_TEST(columns_are_reversed)
{
    sqlite3 *db = worked_pack_database(NUMBERS_IN_SHORT);
    json_t *before = tables_of(db);
    reverse_columns(db);
    json_t *after = tables_of(db);
    ck_assert(json_equal(before, after));
    sqlite3_stmt *s = NULL;
    ck_assert_int_eq(sqlite3_prepare_v2(db, "SELECT * FROM stance ORDER BY 4", -1, &s, NULL),
                     SQLITE_OK);
    ck_assert_str_eq(sqlite3_column_name(s, 0), "silence");
    ck_assert_str_eq(sqlite3_column_name(s, 3), "stance_no");
    sqlite3_finalize(s);
    ck_assert_int_eq(sqlite3_close(db), SQLITE_OK);
    json_decref(before);
    json_decref(after);
}
END_TEST

Suite *suite_order_column_order(void)
{
    packs = worked_packs(&pack_count);
    TCase *tcase;
    Suite *suite = suite_with_case("order/column_order", &tcase);
    tcase_add_test(tcase, columns_are_reversed);
    tcase_add_loop_test(tcase, worked_pack_in_reversed_columns, 0, pack_count / EVERY);
    ADD_TABLE_TEST(tcase, chosen_pack_in_reversed_columns, chosen);
    return suite;
}
