/* SPDX-License-Identifier: MIT
 * The named statements as a whole, and parameters and columns by name.
 */
#include "store/statements.h"

#include "store/query.h"
#include "suites.h"
#include "support.h"
#include "table.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

START_TEST(a_statement_has_a_name_a_file_and_a_text)
{
    const struct statement *s = statement_find("insert_cell");
    ck_assert_ptr_nonnull(s);
    ck_assert_str_eq(s->name, "insert_cell");
    ck_assert_str_eq(s->path, "analyzer/derive/units.sql");
    ck_assert_ptr_nonnull(memmem(s->sql.bytes, s->sql.length, "INSERT INTO cell ", 17));
    ck_assert_ptr_null(memmem(s->sql.bytes, s->sql.length, "name:", 5));
    ck_assert_ptr_null(memmem(s->sql.bytes, s->sql.length, "INSERT INTO unit ", 17));
}
END_TEST

START_TEST(an_unknown_name_is_none)
{
    ck_assert_ptr_null(statement_find("insert_cells"));
    ck_assert_ptr_null(statement_find("insert_cel"));
    ck_assert_ptr_null(statement_find(""));
}
END_TEST

static bool is_snake_case(const char *name)
{
    bool is_word = islower((unsigned char)name[0]);
    for (const char *p = name; *p; p++)
        is_word &= islower((unsigned char)*p) || isdigit((unsigned char)*p) || *p == '_';
    return is_word;
}

static bool ends_in_semicolon(struct slice sql)
{
    while (sql.length && isspace((unsigned char)sql.bytes[sql.length - 1]))
        sql.length--;
    return sql.length && sql.bytes[sql.length - 1] == ';';
}

/* So that the sqlite3 shell runs the whole file. */
START_TEST(every_statement_is_called_and_ended_alike)
{
    size_t count = 0;
    const struct statement *all = statements_all(&count);
    ck_assert_uint_gt(count, 0);
    for (size_t i = 0; i < count; i++) {
        ck_assert_msg(is_snake_case(all[i].name), "%s: \"%s\"", all[i].path, all[i].name);
        ck_assert_msg(ends_in_semicolon(all[i].sql), "%s: %s", all[i].path, all[i].name);
        ck_assert_ptr_eq(statement_find(all[i].name), &all[i]);
        ck_assert(i == 0 || strcmp(all[i - 1].name, all[i].name) < 0);
    }
}
END_TEST

static sqlite3 *db;
static sqlite3_stmt *statement;

static void prepare(void)
{
    ck_assert_int_eq(sqlite3_open(":memory:", &db), SQLITE_OK);
    ck_assert_int_eq(sqlite3_prepare_v2(db,
                                        "SELECT :number AS number, :real AS real, :text AS text, "
                                        "NULL AS missing UNION ALL SELECT 2, 3.5, 'second', 1",
                                        -1, &statement, NULL),
                     SQLITE_OK);
}

static void finish(void)
{
    query_finalize(&statement);
    ck_assert_ptr_null(statement);
    ck_assert_int_eq(sqlite3_close(db), SQLITE_OK);
}

START_TEST(values_are_bound_and_read_by_name)
{
    struct error err = {0};
    query_bind_text(statement, "text", slice_of("first"));
    query_bind_real(statement, "real", 0.5);
    query_bind_int(statement, "number", INT64_MIN);
    ck_assert(query_next(statement));
    ck_assert(query_is_null(statement, "missing") && !query_is_null(statement, "number"));
    ck_assert_int_eq(query_get_int(statement, "number"), INT64_MIN);
    ck_assert_double_eq(query_get_real(statement, "real"), 0.5);
    ck_assert(slice_is(query_get_text(statement, "text"), "first"));
    ck_assert(query_next(statement));
    ck_assert(slice_is(query_get_text(statement, "text"), "second"));
    ck_assert(!query_next(statement));
    ck_assert(query_done(statement, &err));
}
END_TEST

START_TEST(nothing_is_null_and_read_as_nothing)
{
    query_bind_int(statement, "number", 5);
    query_bind_null(statement, "number");
    query_bind_real(statement, "real", (double)NAN);
    query_bind_text(statement, "text", slice_of(""));
    ck_assert(query_next(statement));
    ck_assert(query_is_null(statement, "number") && query_is_null(statement, "real") &&
              query_is_null(statement, "text"));
    ck_assert_int_eq(query_get_int(statement, "number"), 0);
    ck_assert(isnan(query_get_real(statement, "real")));
    ck_assert_str_eq(query_get_text(statement, "text").bytes, "");
}
END_TEST

/* Also where the loop was left before its end. */
START_TEST(a_finished_statement_starts_again)
{
    struct error err = {0};
    for (int round = 0; round < 3; round++) {
        query_bind_int(statement, "number", round);
        ck_assert(query_next(statement));
        ck_assert_int_eq(query_get_int(statement, "number"), round);
        ck_assert(query_done(statement, &err));
    }
}
END_TEST

START_TEST(a_failed_step_is_an_error_at_the_end)
{
    struct error err = {0};
    ck_assert_int_eq(
        sqlite3_exec(db, "CREATE TABLE t (a); PRAGMA query_only = 1", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_stmt *s = NULL;
    ck_assert_int_eq(sqlite3_prepare_v2(db, "INSERT INTO t (a) VALUES (1)", -1, &s, NULL),
                     SQLITE_OK);
    ck_assert(!query_next(s));
    ck_assert(!query_done(s, &err));
    ck_assert_int_eq(err.kind, ERROR_OUTPUT);
    query_finalize(&s);
}
END_TEST

static void bind_unknown(const void *name)
{
    query_bind_int(statement, name, 1);
}

static void get_unknown(const void *name)
{
    if (query_next(statement))
        query_get_int(statement, name);
}

static void prepare_unknown(const void *name)
{
    sqlite3_stmt *s = query_prepare(db, name);
    query_finalize(&s);
}

START_TEST(a_wrong_name_is_a_fault)
{
    ck_assert(!support_aborts(bind_unknown, "number"));
    ck_assert(support_aborts(bind_unknown, "numbers"));
    ck_assert(support_aborts(bind_unknown, ":number"));
    ck_assert(!support_aborts(get_unknown, "missing"));
    ck_assert(support_aborts(get_unknown, "numbers"));
    ck_assert(support_aborts(prepare_unknown, "insert_cells"));
}
END_TEST

/* Without the schema no statement that needs a table can be prepared. */
START_TEST(a_statement_that_does_not_prepare_is_a_fault)
{
    ck_assert(support_aborts(prepare_unknown, "insert_cell"));
    ck_assert_int_eq(sqlite3_exec(db,
                                  "CREATE TABLE cell (position, qualified, response_no, force_no, "
                                  "unit_no)",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    ck_assert(!support_aborts(prepare_unknown, "insert_cell"));
}
END_TEST

Suite *suite_store_statements(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("store/statements", &tcase);
    tcase_add_test(tcase, a_statement_has_a_name_a_file_and_a_text);
    tcase_add_test(tcase, an_unknown_name_is_none);
    tcase_add_test(tcase, every_statement_is_called_and_ended_alike);
    TCase *by_name = tcase_create("by name");
    suite_add_tcase(suite, by_name);
    tcase_add_checked_fixture(by_name, prepare, finish);
    tcase_add_test(by_name, values_are_bound_and_read_by_name);
    tcase_add_test(by_name, nothing_is_null_and_read_as_nothing);
    tcase_add_test(by_name, a_finished_statement_starts_again);
    tcase_add_test(by_name, a_failed_step_is_an_error_at_the_end);
    tcase_add_test(by_name, a_wrong_name_is_a_fault);
    tcase_add_test(by_name, a_statement_that_does_not_prepare_is_a_fault);
    return suite;
}
