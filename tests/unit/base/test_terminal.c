/* SPDX-License-Identifier: MIT */
#include "suites.h"
#include "table.h"

#include "base/printable_stream.h"
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

static const struct {
    const char *argument, *printed;
} arguments[] = {
    {"audit/audit.db", "audit/audit.db"},
    {"my audit.db", "'my audit.db'"},
    {"it's", "'it'\\''s'"},
    {"$HOME", "'$HOME'"},
    {"~", "'~'"},
    {"", "''"},
    {"-x", "./-x"},
    {"-", "-"},
    {"é", "'é'"},
    {"x\033[31m'\\", "$'x\\x1B[31m\\'\\\\'"},
    {"a\nb", "$'a\\x0Ab'"},
    {"\xe2\x80\xae", "$'\\xE2\\x80\\xAE'"},
    {"\xff", "$'\\xFF'"},
};

START_TEST(an_argument_can_be_pasted)
{
    char *result = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&result, &size);
    terminal_print_argument(out, arguments[_i].argument);
    fclose(out);
    ck_assert_str_eq(result, arguments[_i].printed);
    free(result);
}
END_TEST

START_TEST(the_value_of_an_option_can_begin_with_a_hyphen)
{
    char *result = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&result, &size);
    terminal_print_word(out, "-x y");
    fclose(out);
    ck_assert_str_eq(result, "'-x y'");
    free(result);
}
END_TEST

/* A character in two writes, and one that never ends. */
START_TEST(a_stream_of_words_is_printable)
{
    static const char given[] = "a\033b\tc\n\xe2\x80\xae\xc3\xa9\x9b\xe2\x80",
                      wanted[] = "a\\x1Bb\tc\nU+202E\xc3\xa9\\x9B\\xE2\\x80";
    char read_back[128] = "";
    for (int is_slow = 0; is_slow < 2; is_slow++) {
        FILE *file = tmpfile(), *out = printable_stream(fileno(file));
        setvbuf(out, NULL, is_slow ? _IONBF : _IOFBF, 64);
        for (const char *p = given; *p; p++)
            fputc(*p, out);
        ck_assert_int_eq(fclose(out), 0);
        rewind(file);
        read_back[fread(read_back, 1, sizeof read_back - 1, file)] = '\0';
        ck_assert_str_eq(read_back, wanted);
        fclose(file);
    }
}
END_TEST

START_TEST(a_file_is_no_terminal)
{
    FILE *file = tmpfile();
    ck_assert_ptr_nonnull(file);
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
    ADD_TABLE_TEST(tcase, an_argument_can_be_pasted, arguments);
    tcase_add_test(tcase, the_value_of_an_option_can_begin_with_a_hyphen);
    tcase_add_test(tcase, a_stream_of_words_is_printable);
    tcase_add_test(tcase, a_file_is_no_terminal);
    return suite;
}
