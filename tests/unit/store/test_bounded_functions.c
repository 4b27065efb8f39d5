/* SPDX-License-Identifier: MIT
 * The functions that stand in for SQLite's own give the same.
 */
#include "store/bounded_functions.h"

#include "suites.h"
#include "table.h"

#include <stdio.h>
#include <string.h>

static const char *const expressions[] = {
    "instr('abc', 'c')",
    "instr('abc', 'x')",
    "instr('abc', '')",
    "instr('', '')",
    "instr('äöü', 'ü')",
    "instr(x'c3a4c3bc', x'bc')",
    "instr('ä' || x'bc', x'bc')",
    "instr(12345, 34)",
    "instr(NULL, 'a')",
    "instr('a', NULL)",
    "replace('aXbXc', 'X', 'yy')",
    "replace('aaa', 'aa', 'b')",
    "replace('abc', '', 'x')",
    "typeof(replace(123, '', 'x'))",
    "replace('XX', 'X', '')",
    "replace('', 'X', 'y')",
    "replace('X', 'X', NULL)",
    "replace('äöä', 'ä', 'é')",
    "'[' || trim('  a b  ') || ']'",
    "'[' || ltrim('  a b  ') || ']'",
    "'[' || rtrim('  a b  ') || ']'",
    "trim('xyaxy', 'yx')",
    "ltrim('xyaxy', 'yx')",
    "rtrim('xyaxy', 'yx')",
    "trim('äaä', 'ä')",
    "trim('éaé', 'ä')",
    "trim('aaa', 'a')",
    "trim('abc', '')",
    "trim(NULL)",
    "trim('a', NULL)",
    "trim(121, 1)",
};

static void value_of(sqlite3 *db, const char *expression, char out[64])
{
    char sql[128];
    sqlite3_stmt *s = NULL;
    snprintf(sql, sizeof sql, "SELECT quote(%s)", expression);
    ck_assert_int_eq(sqlite3_prepare_v2(db, sql, -1, &s, NULL), SQLITE_OK);
    ck_assert_int_eq(sqlite3_step(s), SQLITE_ROW);
    snprintf(out, 64, "%s", (const char *)sqlite3_column_text(s, 0));
    sqlite3_finalize(s);
}

START_TEST(gives_what_sqlite_gives)
{
    sqlite3 *theirs = NULL, *ours = NULL;
    char wanted[64], given[64];
    ck_assert_int_eq(sqlite3_open(":memory:", &theirs), SQLITE_OK);
    ck_assert_int_eq(sqlite3_open(":memory:", &ours), SQLITE_OK);
    bounded_functions_register(ours);
    value_of(theirs, expressions[_i], wanted);
    value_of(ours, expressions[_i], given);
    ck_assert_msg(strcmp(given, wanted) == 0, "%s: %s, not %s", expressions[_i], given, wanted);
    sqlite3_close(theirs);
    sqlite3_close(ours);
}
END_TEST

Suite *suite_store_bounded_functions(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("store/bounded_functions", &tcase);
    ADD_TABLE_TEST(tcase, gives_what_sqlite_gives, expressions);
    return suite;
}
