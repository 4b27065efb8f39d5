/* SPDX-License-Identifier: MIT */
#include "suites.h"
#include "table.h"

#include "report/drawing_text.h"

#include <stdlib.h>
#include <string.h>

static const struct {
    const char *text;
    size_t columns;
    int lines;
    const char *expected;
} wrapped[] = {
    {"", 10, 2, "|\n|\n"},
    {"short", 10, 2, "|short\n|\n"},
    {"two words here", 9, 2, "|two words\n|here\n"},
    {"exactly ten", 11, 1, "|exactly ten\n"},
    {"a word too many", 11, 1, "|a word too\u2026\n"},
    {"unbreakable", 5, 2, "|unbre\n|akab\u2026\n"},
    {"\u00e9\u00e9\u00e9 \u00e9\u00e9", 3, 2, "|\u00e9\u00e9\u00e9\n|\u00e9\u00e9\n"},
    {"  trimmed  ", 20, 1, "|trimmed\n"},
    {"a\tb\nc", 20, 1, "|a b c\n"},
    {"back\\slash \"quoted\"", 40, 1, "|back/slash 'quoted'\n"},
    {"turned \u202e round", 40, 1, "|turned \ufffd round\n"},
    {"`date` $(x) @macro %s", 40, 1, "|`date` $(x) @macro %s\n"},
    {"Ref &#xFFFF; &amp; \U0001f693", 40, 1, "|Ref & #xFFFF; &amp; \ufffd\n"},
    {"bad \xff byte", 40, 1, "|bad \ufffd byte\n"},
};

START_TEST(text_is_wrapped_and_harmless)
{
    char *result = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&result, &size);
    drawing_text_write_lines(wrapped[_i].text, wrapped[_i].columns, wrapped[_i].lines, out);
    ck_assert_int_eq(fclose(out), 0);
    ck_assert_str_eq(result, wrapped[_i].expected);
    free(result);
}
END_TEST

static char *rows_of(const char *sql)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *rows = NULL;
    struct error err = {0};
    ck_assert_int_eq(sqlite3_open(":memory:", &db), SQLITE_OK);
    ck_assert_msg(sqlite3_prepare_v2(db, sql, -1, &rows, NULL) == SQLITE_OK, "%s",
                  sqlite3_errmsg(db));
    char *result = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&result, &size);
    ck_assert(drawing_text_write_outlines(rows, out, &err));
    ck_assert_int_eq(fclose(out), 0);
    sqlite3_finalize(rows);
    sqlite3_close(db);
    return result;
}

START_TEST(a_row_is_a_line_whatever_it_holds)
{
    char *text = rows_of("SELECT 1 AS n, 'a' || char(9) || 'b' || char(10) || 'c' AS t, NULL AS e "
                         "UNION ALL SELECT 2, '\"x\\n', 'z'");
    ck_assert_str_eq(text, "n\tt\te\n1\ta b c\t\n2\t'x/n\tz\n");
    free(text);
}
END_TEST

START_TEST(outlines_end_with_two_empty_lines)
{
    char *text = rows_of("SELECT 1 AS x, 2 AS y UNION ALL SELECT NULL, NULL UNION ALL SELECT 3, 4");
    ck_assert_str_eq(text, "x\ty\n1\t2\n\n\n3\t4\n");
    free(text);
}
END_TEST

Suite *suite_report_drawing_text(void)
{
    TCase *c;
    Suite *suite = suite_with_case("report/drawing_text", &c);
    ADD_TABLE_TEST(c, text_is_wrapped_and_harmless, wrapped);
    tcase_add_test(c, a_row_is_a_line_whatever_it_holds);
    tcase_add_test(c, outlines_end_with_two_empty_lines);
    return suite;
}
