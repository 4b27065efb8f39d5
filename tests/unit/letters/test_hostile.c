/* SPDX-License-Identifier: MIT
 * Letters that want to hold up or mislead the reader, and how its time grows.
 */
#include "suites.h"
#include "table.h"

#include "short_letter.h"

#include "base/memory.h"

#include <stdlib.h>
#include <time.h>

/* A text of `count` times the piece. */
static char *repeated(const char *piece, size_t count)
{
    size_t length = strlen(piece);
    char *text = memory_new(length * count + 1, 1);
    for (size_t i = 0; i < count; i++)
        memcpy(text + i * length, piece, length);
    return text;
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static double time_to_read(const char *text)
{
    struct letter_reading reading;
    double begin = seconds();
    short_read(text, ACT_FOIA, 0, &reading);
    double end = seconds();
    letter_reading_done(&reading);
    return end - begin;
}

/* The least of several, since others use the machine too. */
static double least_time(const char *text)
{
    double least = time_to_read(text);
    for (int i = 0; i < 4; i++) {
        double again = time_to_read(text);
        least = again < least ? again : least;
    }
    return least;
}

static const struct {
    const char *piece;
    size_t count;
} hostile[] = {
    {"(((((((((([[[[[[[[[[{{{{{{{{{{<<<<<<<<<<", 10000},
    {">", 10000},
    {"> > > x\n", 10000},
    {"we can neither confirm nor ", 4000},
    {"no information no information no information ", 4000},
    {"we we we we we we we we we we we we ", 4000},
    {"neither neither confirm confirm nor nor deny deny or or ", 4000},
    {"1. 2. 3. 4. questions 1, 2, 3, 4, 5 and 6 to 199 ", 2000},
    {"section 31(3), 24(2) and ", 4000},
    {"\xe2\x80\xae\xe2\x80\x8f\xc2\xad", 20000},
    {"'; DROP TABLE response; -- =HYPERLINK(\"x\") \x1b[31m <script>", 2000},
    {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 20000},
    {"| a | b | c |\n", 10000},
    {"\xef\xb7\xba", 20000},
    {"yn mae yr ac gan ", 10000},
};

START_TEST(hostile_text_ends)
{
    char *text = repeated(hostile[_i].piece, hostile[_i].count);
    ck_assert(time_to_read(text) < 10);
    free(text);
}
END_TEST

static const char paragraph[] =
    "Northmere Constabulary has looked in the places where such papers are kept. The request is a "
    "wide one and was put to three departments.\n"
    "The figures are set out below, and section 31(1) applies to the rest of the manual, which "
    "would show a reader how the work is done.\n\n";

START_TEST(time_grows_with_text)
{
    char *one = repeated(paragraph, 500), *two = repeated(paragraph, 1000);
    short_reader();
    double first = least_time(one), second = least_time(two);
    ck_assert_msg(second < 2.6 * first + 0.05, "%.3f and %.3f seconds", first, second);
    free(one);
    free(two);
}
END_TEST

START_TEST(too_long_text_is_refused)
{
    struct letter_text text = {.text = repeated("a ", LETTER_BYTES_MAX / 2 + 1)};
    text.length = LETTER_BYTES_MAX + 2;
    struct letter_context context = {.regime = ACT_FOIA};
    struct letter_reading reading;
    struct error err = {0};
    ck_assert(!letter_read(short_reader(), &text, &context, &reading, &err));
    letter_reading_done(&reading);
    letter_text_free(&text);
}
END_TEST

Suite *suite_letters_hostile(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("letters/hostile", &tcase);
    tcase_set_timeout(tcase, 60);
    ADD_TABLE_TEST(tcase, hostile_text_ends, hostile);
    tcase_add_test(tcase, time_grows_with_text);
    tcase_add_test(tcase, too_long_text_is_refused);
    return suite;
}
