/* SPDX-License-Identifier: MIT
 * Two letters before the same advice and the same record, each date being one day for both.
 */
#include "derive/passes.h"
#include "derive/profiles.h"
#include "deriving.h"
#include "suites.h"
#include "table.h"

/* 11: from day 0 on; 12: from some day of 50 to 60 on. */
static const struct guidance guidance[] = {
    {.guidance_no = 11, .from = ON(0), .in_force = SINCE(0), .condition = CONDITION_ANY},
    {.guidance_no = 12,
     .from = {50, 60},
     .in_force = {{50, DAY_MAX}, {60, DAY_MAX}},
     .condition = CONDITION_ANY},
};

/* The days of two NCNDs to two requests, when an own acknowledgement was published (never, where
 * it is not before day 1000), and what holds of both: same advice in this order, same advice and
 * record. Nothing stands of letters that are settled each by itself. */
#define NEVER                                                                                      \
    {                                                                                              \
        {1000, DAY_MAX},                                                                           \
        {                                                                                          \
            1000, DAY_MAX                                                                          \
        }                                                                                          \
    }
static const struct {
    struct date_interval earlier, later;
    struct window own;
    const char *pair;
} examples[] = {
    {ON(40), ON(45), NEVER, ""},
    {ON(40), ON(70), NEVER, ""},
    {ON(45), ON(55), NEVER, "possible possible"},
    {ON(52), ON(55), NEVER, "possible possible"},
    {ON(55), ON(65), NEVER, "possible possible"},
    {ON(55), ON(55), NEVER, "- certain"},
    {{52, 54}, ON(55), NEVER, "possible possible"},
    {{41, 43}, ON(55), NEVER, "possible possible"},
    /* the record: published by the one letter's day and not by the other's */
    {ON(65), ON(70), {{66, DAY_MAX}, {80, DAY_MAX}}, "certain possible"},
    {ON(65), ON(70), {{60, DAY_MAX}, {66, DAY_MAX}}, "certain possible"},
    {ON(61), ON(62), {{50, DAY_MAX}, {70, DAY_MAX}}, "certain possible"},
    {ON(55), ON(65), {{60, DAY_MAX}, {60, DAY_MAX}}, "possible -"},
};

START_TEST(what_holds_of_both)
{
    const struct given_fact given[DERIVING_FACTS] = {
        {1, 1, 0, 1, STAGE_INITIAL, STANCE_NCND, examples[_i].earlier},
        {1, 2, 0, 1, STAGE_INITIAL, STANCE_NCND, examples[_i].later}};
    struct deriving d;
    struct letters letters;
    struct profiles profiles;
    struct error err = {0};
    deriving_begin(&d, given);
    d.in.guidance = guidance;
    d.in.guidance_count = LENGTH_OF(guidance);
    const struct record_entry entry = {1, 1, 1, LEVEL_OWN, examples[_i].own, ON(5)};
    const struct record record = {&entry, 1};
    ck_assert(letters_build(&d.in, &letters, &err));
    ck_assert(profiles_build(&d.in, &record, &letters, &profiles, &err));
    ck_assert(pairs_build(&d.in, &record, &letters, &err));
    deriving_check(
        &d,
        "SELECT coalesce(same_advice, '-') || ' ' || coalesce(same_state, '-') FROM letter_pair",
        examples[_i].pair);
    profiles_done(&profiles);
    letters_done(&letters);
    deriving_end(&d);
}
END_TEST

Suite *suite_derive_pairs(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("derive/pairs", &tcase);
    ADD_TABLE_TEST(tcase, what_holds_of_both, examples);
    return suite;
}
