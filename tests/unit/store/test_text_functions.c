/* SPDX-License-Identifier: MIT */
#include "store/database.h"
#include "suites.h"
#include "table.h"

static sqlite3 *db;

static void open_database(void)
{
    struct error err = {0};
    ck_assert_msg(database_create(":memory:", &db, &err), "%s", err.what);
}

static void close_database(void)
{
    sqlite3_close(db);
}

/* An expression and what it must give; NULL is shown as <null>. */
static const struct {
    const char *expression, *value;
} examples[] = {
    {"'Kent Police' REGEXP 'Kent'", "1"},
    {"'Kent Police' REGEXP '^Police'", "0"},
    {"'PCC für Ölüm' REGEXP '(?i)ÖLÜM'", "1"},
    {"'naïve' REGEXP '^\\w+$'", "1"},
    {"NULL REGEXP 'x'", "<null>"},
    {"'x' REGEXP NULL", "<null>"},
    {"'' REGEXP '^$'", "1"},
    {"regexp_substr('no further information', 'further\\s+\\w+')", "further information"},
    {"regexp_substr('abc', 'x')", "<null>"},
    {"regexp_pieces('a1b2', '(*MARK:digit)\\d')",
     "[{\"name\":\"digit\",\"piece\":\"1\"},{\"name\":\"digit\",\"piece\":\"2\"}]"},
    {"regexp_pieces('one two', '(*MARK:a)one|(*MARK:b)two')",
     "[{\"name\":\"a\",\"piece\":\"one\"},{\"name\":\"b\",\"piece\":\"two\"}]"},
    {"regexp_pieces('The MPS can', '\\b(?=can)(?<=(*MARK:7)MPS )can')",
     "[{\"name\":\"7\",\"piece\":\"can\"}]"},
    {"regexp_pieces('skip x, x', '(?:skip x)(*SKIP)(*FAIL)|(*MARK:x)x')",
     "[{\"name\":\"x\",\"piece\":\"x\"}]"},
    {"regexp_pieces('ü\"ü', '(*MARK:q)\"')", "[{\"name\":\"q\",\"piece\":\"\\\"\"}]"},
    {"regexp_pieces('üü', '(*MARK:nothing)z*')", "[]"},
    {"regexp_pieces('aüxbx', '(*MARK:x)x', 2)",
     "[{\"name\":\"x\",\"piece\":\"x\",\"before\":\"aü\"},"
     "{\"name\":\"x\",\"piece\":\"x\",\"before\":\"xb\"}]"},
    {"regexp_pieces('', '(*MARK:x)x')", "[]"},
    {"regexp_pieces(NULL, 'x')", "<null>"},
    {"plural(1, 'row', 'rows')", "row"},
    {"plural(0, 'row', 'rows')", "rows"},
    {"plural(NULL, 'row', 'rows')", "rows"},
    {"shorten('Ölüm', 4)", "Ölüm"},
    {"shorten('Ölüms', 4)", "Ölü…"},
    {"shorten('', 4)", ""},
    {"shorten(NULL, 4)", "<null>"},
};

static sqlite3_stmt *prepare(const char *expression)
{
    char sql[512];
    snprintf(sql, sizeof sql, "SELECT %s", expression);
    sqlite3_stmt *s = NULL;
    ck_assert_msg(sqlite3_prepare_v2(db, sql, -1, &s, NULL) == SQLITE_OK, "%s", sqlite3_errmsg(db));
    return s;
}

START_TEST(gives_its_value)
{
    sqlite3_stmt *s = prepare(examples[_i].expression);
    ck_assert_msg(sqlite3_step(s) == SQLITE_ROW, "%s", sqlite3_errmsg(db));
    const char *value = (const char *)sqlite3_column_text(s, 0);
    ck_assert_str_eq(value ? value : "<null>", examples[_i].value);
    sqlite3_finalize(s);
}
END_TEST

/* An expression that fails, and what the message must say. */
static const struct {
    const char *expression, *message;
} failures[] = {
    {"'x' REGEXP '('", "this is no pattern: missing closing parenthesis, at character 2"},
    {"regexp_pieces('x', '[z-a]')", "this is no pattern"},
    {"hex(zeroblob(20000)) || 'b' REGEXP '(0|00)+$'", "too many steps"},
    {"regexp_pieces(hex(zeroblob(20000)) || 'b', '(*MARK:x)(0|00)+$')", "too many steps"},
};

START_TEST(says_what_is_wrong)
{
    sqlite3_stmt *s = prepare(failures[_i].expression);
    ck_assert_int_eq(sqlite3_step(s), SQLITE_ERROR);
    ck_assert_msg(strstr(sqlite3_errmsg(db), failures[_i].message) != NULL, "%s",
                  sqlite3_errmsg(db));
    sqlite3_finalize(s);
}
END_TEST

/* More patterns than are kept, each used again. */
START_TEST(patterns_do_not_mix)
{
    for (int round = 0; round < 3; round++)
        for (int i = 0; i < 20; i++) {
            char expression[64];
            snprintf(expression, sizeof expression, "'a%db' REGEXP '^a%db$'", i, (i + round) % 20);
            sqlite3_stmt *s = prepare(expression);
            ck_assert_int_eq(sqlite3_step(s), SQLITE_ROW);
            ck_assert_int_eq(sqlite3_column_int(s, 0), round == 0);
            sqlite3_finalize(s);
        }
}
END_TEST

Suite *suite_store_text_functions(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("store/text_functions", &tcase);
    tcase_add_checked_fixture(tcase, open_database, close_database);
    ADD_TABLE_TEST(tcase, gives_its_value, examples);
    ADD_TABLE_TEST(tcase, says_what_is_wrong, failures);
    tcase_add_test(tcase, patterns_do_not_mix);
    return suite;
}
