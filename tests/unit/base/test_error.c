/* SPDX-License-Identifier: MIT */
#include "suites.h"
#include "table.h"

#include "base/error.h"

#include <stdlib.h>
#include <string.h>

static char *printed(const struct error *err)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    ck_assert_ptr_nonnull(out);
    error_print(err, out);
    fclose(out);
    return text;
}

static void assert_printed(const struct error *err, const char *expected)
{
    char *text = printed(err);
    ck_assert_str_eq(text, expected);
    free(text);
}

START_TEST(first_error_wins)
{
    struct error err = {0};
    ck_assert(!error_set(&err, ERROR_INPUT, "a.csv", 3, "Do this.", "no %s", "force"));
    ck_assert(!error_set(&err, ERROR_OUTPUT, "b.csv", 4, NULL, "other"));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    assert_printed(&err, "concord: a.csv:3: no force\n  Do this.\n");
}
END_TEST

START_TEST(parts_that_are_missing_leave_no_trace)
{
    struct error err = {0};
    error_set(&err, ERROR_USAGE, NULL, 7, NULL, "what");
    assert_printed(&err, "concord: what\n");
    err = (struct error){0};
    error_set(&err, ERROR_INPUT, "x.csv", 0, "", "what");
    assert_printed(&err, "concord: x.csv: what\n");
}
END_TEST

START_TEST(hostile_text_is_made_printable)
{
    struct error err = {0};
    error_set(&err, ERROR_INPUT, "a\033[2J.csv", 0, NULL, "value \xe2\x80\xae\xff caf\xc3\xa9");
    assert_printed(&err, "concord: a\\x1B[2J.csv: value U+202E\\xFF caf\xc3\xa9\n");
}
END_TEST

START_TEST(long_text_is_cut)
{
    static char text[5000];
    memset(text, 'x', sizeof text - 1);
    struct error err = {0};
    error_set(&err, ERROR_INPUT, text, 0, text, "%s", text);
    ck_assert_uint_eq(strlen(err.source), sizeof text - 1);
    ck_assert_uint_eq(strlen(err.what), sizeof err.what - 1);
    ck_assert_uint_eq(strlen(err.next), sizeof err.next - 1);
}
END_TEST

START_TEST(kind_decides_the_exit_code)
{
    struct error err = {0};
    ck_assert_int_eq(error_exit_code(&err), 0);
    err.kind = ERROR_USAGE;
    ck_assert_int_eq(error_exit_code(&err), 2);
    err.kind = ERROR_INPUT;
    ck_assert_int_eq(error_exit_code(&err), 3);
    err.kind = ERROR_OUTPUT;
    ck_assert_int_eq(error_exit_code(&err), 4);
}
END_TEST

Suite *suite_base_error(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("base/error", &tcase);
    tcase_add_test(tcase, first_error_wins);
    tcase_add_test(tcase, parts_that_are_missing_leave_no_trace);
    tcase_add_test(tcase, hostile_text_is_made_printable);
    tcase_add_test(tcase, long_text_is_cut);
    tcase_add_test(tcase, kind_decides_the_exit_code);
    return suite;
}
