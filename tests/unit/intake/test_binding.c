/* SPDX-License-Identifier: MIT
 * What a statement gets of a row: by name, NULL for what is not known, also after a row in
 * which it was.
 */
#include "intake/binding.h"
#include "store/database.h"
#include "suites.h"
#include "support.h"
#include "table.h"

#include <stdio.h>
#include <string.h>

#define KNOWN(what)                                                                                \
    {                                                                                              \
        .is_known = true, .number = what                                                           \
    }
#define DAYS(first, last)                                                                          \
    {                                                                                              \
        .is_known = true, .date = { first, last }                                                  \
    }
#define UNKNOWN                                                                                    \
    {                                                                                              \
        .is_known = false, .number = 9, .date = { 19700, 19700 }                                   \
    }

static const struct {
    struct value received, date;
    const char *expected;
} rows[] = {
    {KNOWN(1), DAYS(19700, 19730), "1, 19700, 19730"},
    {KNOWN(0), DAYS(19700, 19700), "0, 19700, 19700"},
    {UNKNOWN, UNKNOWN, "NULL, NULL, NULL"},
    {KNOWN(1), DAYS(DAY_MIN, DAY_MAX), "1, NULL, NULL"},
};

static void assert_bound(struct row_map *insert, const struct value_row *row, const char *expected)
{
    char wanted[100];
    snprintf(wanted, sizeof wanted, "VALUES (7, 3, %s, NULL, NULL, 1, 5)", expected);
    row_bind(insert, row);
    char *sql = sqlite3_expanded_sql(insert->statement);
    ck_assert_msg(strstr(sql, wanted), "%s\n  expected %s", sql, wanted);
    sqlite3_free(sql);
}

static sqlite3 *open_database(void)
{
    struct error err = {0};
    sqlite3 *db = NULL;
    ck_assert_msg(database_create(":memory:", &db, &err), "%s", err.what);
    return db;
}

START_TEST(a_row_is_bound_by_name)
{
    sqlite3 *db = open_database();
    const struct contract_file *file = &contract_files[FILE_CIRCULATION];
    struct row_map insert = binding_open(db, "insert_circulation", file);
    for (size_t i = 0; i < 2 * LENGTH_OF(rows); i++) {
        const struct value_row row = {
            .contract = file,
            .values = {[CIRCULATION_REQUEST] = KNOWN(7),
                       [CIRCULATION_FORCE] = KNOWN(3),
                       [CIRCULATION_RECEIVED] = rows[i % LENGTH_OF(rows)].received,
                       [CIRCULATION_DATE] = rows[i % LENGTH_OF(rows)].date},
            .file_no = 1,
            .line = 5,
        };
        assert_bound(&insert, &row, rows[i % LENGTH_OF(rows)].expected);
    }
    row_map_done(&insert);
    ck_assert_int_eq(sqlite3_close(db), SQLITE_OK);
}
END_TEST

/* Circulation has no summary. */
static void bind_circulation_as_commitment(const void *nothing)
{
    (void)nothing;
    binding_open(open_database(), "insert_commitment", &contract_files[FILE_CIRCULATION]);
}

START_TEST(a_parameter_that_no_column_gives_is_a_fault)
{
    ck_assert(support_aborts(bind_circulation_as_commitment, NULL));
}
END_TEST

Suite *suite_intake_binding(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("intake/binding", &tcase);
    tcase_add_test(tcase, a_row_is_bound_by_name);
    tcase_add_test(tcase, a_parameter_that_no_column_gives_is_a_fault);
    return suite;
}
