/* SPDX-License-Identifier: MIT */
#include "derive/days.h"
#include "derive/tools.h"
#include "suites.h"

#include <check.h>

static const struct window feb = {{10, 28}, {14, 20}}; /* from 10..14, to 20..28 */

START_TEST(window_holds_by_reading)
{
    static const struct {
        int32_t day;
        enum certainty certainty;
    } days[] = {{9, CERTAINTY_NONE},      {10, CERTAINTY_POSSIBLE}, {13, CERTAINTY_POSSIBLE},
                {14, CERTAINTY_CERTAIN},  {20, CERTAINTY_CERTAIN},  {21, CERTAINTY_POSSIBLE},
                {28, CERTAINTY_POSSIBLE}, {29, CERTAINTY_NONE}};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        ck_assert_int_eq(window_on_day(&feb, days[i].day), days[i].certainty);
}
END_TEST

START_TEST(withdrawn_on_an_unknown_day_is_never_certain)
{
    const struct window w = {{10, DAY_MAX}, {10, DAY_MIN}};
    ck_assert_int_eq(window_on_day(&w, 10), CERTAINTY_POSSIBLE);
    ck_assert_int_eq(window_on_day(&w, 5000), CERTAINTY_POSSIBLE);
    ck_assert_int_eq(window_on_day(&w, 9), CERTAINTY_NONE);
}
END_TEST

/* For every interval: each state that some day of it has, some trial day has. */
START_TEST(trial_days_meet_every_state)
{
    for (int32_t from = 0; from < 40; from++)
        for (int32_t to = from; to < 40; to++) {
            struct trial_days t = {0};
            trial_days_begin(&t, (struct date_interval){from, to});
            trial_days_add_window(&t, &feb);
            trial_days_end(&t);
            bool has[3] = {false}, met[3] = {false};
            for (int32_t day = from; day <= to; day++)
                has[window_on_day(&feb, day)] = true;
            for (size_t i = 0; i < t.count; i++) {
                ck_assert_int_ge(t.days[i], from);
                ck_assert_int_le(t.days[i], to);
                ck_assert(i == 0 || t.days[i] > t.days[i - 1]);
                met[window_on_day(&feb, t.days[i])] = true;
            }
            for (int state = 0; state < 3; state++)
                ck_assert_int_eq(has[state], met[state]);
            trial_days_done(&t);
        }
}
END_TEST

START_TEST(tools_know_their_ancestors)
{
    int32_t parents[] = {0, 0, 1, 2, 0}; /* 3 below 2 below 1; 4 alone */
    const struct inputs in = {.parent_of = parents, .tool_count = 5};
    ck_assert_int_eq(tool_distance(&in, 3, 3), 0);
    ck_assert_int_eq(tool_distance(&in, 3, 1), 2);
    ck_assert_int_eq(tool_distance(&in, 1, 3), -1);
    ck_assert_int_eq(tool_distance(&in, 4, 1), -1);
}
END_TEST

Suite *suite_derive_days(void)
{
    Suite *suite = suite_create("derive/days");
    TCase *tcase = tcase_create("days and windows");
    tcase_add_test(tcase, window_holds_by_reading);
    tcase_add_test(tcase, withdrawn_on_an_unknown_day_is_never_certain);
    tcase_add_test(tcase, trial_days_meet_every_state);
    tcase_add_test(tcase, tools_know_their_ancestors);
    suite_add_tcase(suite, tcase);
    return suite;
}
