/* SPDX-License-Identifier: MIT
 * When an answer is due, and whether that day has passed (clauses 33, 58).
 */
#include "derive/deadline.h"

#include "deriving.h"
#include "suites.h"
#include "table.h"

#include <stdio.h>

enum { ROWS = 2 };

/* Received on Monday 5 January 1970, day 4, the 20th working day is day 32 and the 40th day 60.
 * Letters that take more time (NO_LETTER: none), the day of the answer, and what is said. */
#define NO_LETTER                                                                                  \
    {                                                                                              \
        0, -1                                                                                      \
    }
static const struct {
    struct date_interval received, extended[ROWS], day;
    bool foisa;
    const char *said;
} examples[] = {
    {ON(4), {NO_LETTER, NO_LETTER}, ON(32), false, "in time 32..32 20"},
    {ON(4), {NO_LETTER, NO_LETTER}, ON(33), false, "certain 32..32 20"},
    {ON(4), {NO_LETTER, NO_LETTER}, {30, 40}, false, "possible 32..32 20"},
    {{4, 5}, {NO_LETTER, NO_LETTER}, ON(33), false, "possible 32..33 20"},
    {{4, 5}, {NO_LETTER, NO_LETTER}, ON(34), false, "certain 32..33 20"},
    /* twenty days more, where it says so in time */
    {ON(4), {ON(20), NO_LETTER}, ON(33), false, "in time 60..60 40"},
    {ON(4), {ON(32), NO_LETTER}, ON(60), false, "in time 60..60 40"},
    {ON(4), {ON(20), NO_LETTER}, ON(61), false, "certain 60..60 40"},
    {ON(4), {ON(33), NO_LETTER}, ON(40), false, "certain 32..32 20"},
    {ON(4), {ON(33), ON(20)}, ON(40), false, "in time 60..60 40"},
    {ON(4), {ON(20), NO_LETTER}, ON(33), true, "certain 32..32 20"},
    /* perhaps in time */
    {ON(4), {{30, 34}, NO_LETTER}, ON(40), false, "possible 32..32 20"},
    {ON(4), {{30, 34}, NO_LETTER}, ON(61), false, "certain 60..60 40"},
    {ON(4), {UNDATED, NO_LETTER}, ON(40), false, "possible 32..32 20"},
    {{4, 5}, {ON(33), NO_LETTER}, ON(40), false, "possible 32..33 20"},
    /* a letter does not extend its own time */
    {ON(4), {{20, 40}, NO_LETTER}, {20, 40}, false, "possible 32..32 20"},
    {ON(4), {{20, 40}, NO_LETTER}, {33, 40}, false, "possible 32..32 20"},
    {ON(4), {{33, 40}, NO_LETTER}, {33, 40}, false, "certain 32..32 20"},
};

START_TEST(passed_or_not)
{
    static const char *const words[] = {"in time", "possible", "certain"};
    struct fact rows[ROWS + 1] = {{.stance = STANCE_NCND, .responded = ON(1)}};
    size_t count = 1;
    for (size_t i = 0; i < ROWS; i++)
        if (examples[_i].extended[i].earliest <= examples[_i].extended[i].latest)
            rows[count++] =
                (struct fact){.stance = STANCE_EXTENDED, .responded = examples[_i].extended[i]};
    const int8_t regime_of[] = {
        0, (int8_t)vocabulary_code(&regimes, slice_of(examples[_i].foisa ? "FOISA" : "FOIA"))};
    const struct inputs in = {.regime_of = regime_of, .force_count = 2};
    const struct extensions extensions = extensions_of(rows, count);
    struct deadline d;
    ck_assert(deadline_of(&in, 1, examples[_i].received, &extensions, examples[_i].day, &d));
    char said[64];
    snprintf(said, sizeof said, "%s %d..%d %d", words[d.passed], (int)d.due.earliest,
             (int)d.due.latest, (int)d.working_days);
    ck_assert_str_eq(said, examples[_i].said);
}
END_TEST

Suite *suite_derive_deadline(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("derive/deadline", &tcase);
    ADD_TABLE_TEST(tcase, passed_or_not, examples);
    return suite;
}
