/* SPDX-License-Identifier: MIT */
#include "suites.h"
#include "table.h"

#include "base/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char *printed(const char *text)
{
    char *result = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&result, &size);
    ck_assert_ptr_nonnull(out);
    terminal_print(out, text);
    fclose(out);
    return result;
}

START_TEST(long_text_is_printed_whole)
{
    static char text[3001]; /* characters of three bytes: a piece never cuts one */
    for (size_t i = 0; i < 1000; i++)
        memcpy(text + 3 * i, "\xe2\x80\x93", 3);
    char *result = printed(text);
    ck_assert_str_eq(result, text);
    free(result);
}
END_TEST

START_TEST(control_characters_are_shown)
{
    char *result = printed("a\033]0;x\007\nb");
    ck_assert_str_eq(result, "a\\x1B]0;x\\x07\\x0Ab");
    free(result);
}
END_TEST

START_TEST(a_file_is_no_terminal)
{
    FILE *file = tmpfile();
    ck_assert_ptr_nonnull(file);
    ck_assert(!terminal_has_colour(file));
    int saved = dup(STDERR_FILENO);
    dup2(fileno(file), STDERR_FILENO);
    bool is_interactive = terminal_is_interactive();
    terminal_progress("loading", 0.5);
    terminal_progress_end();
    dup2(saved, STDERR_FILENO);
    close(saved);
    ck_assert(!is_interactive);
    ck_assert_int_eq(lseek(fileno(file), 0, SEEK_END), 0);
    fclose(file);
}
END_TEST

Suite *suite_base_terminal(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("base/terminal", &tcase);
    tcase_add_test(tcase, long_text_is_printed_whole);
    tcase_add_test(tcase, control_characters_are_shown);
    tcase_add_test(tcase, a_file_is_no_terminal);
    return suite;
}
