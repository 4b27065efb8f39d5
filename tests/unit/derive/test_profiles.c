/* SPDX-License-Identifier: MIT
 * How letters stand before the record and the advice, and what profiles say of it.
 */
#include "derive/profiles.h"

#include "deriving.h"
#include "suites.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>

/* 11: NCND, from day 0 on, for everybody; 12: confirm, from day 50 on, who has acknowledged. */
static const struct guidance guidance[] = {{.guidance_no = 11,
                                            .from = ON(0),
                                            .in_force = SINCE(0),
                                            .condition = CONDITION_ANY,
                                            .expects = {[POSITION_NCND] = true}},
                                           {.guidance_no = 12,
                                            .from = ON(50),
                                            .in_force = SINCE(50),
                                            .condition = CONDITION_ACKNOWLEDGED,
                                            .expects = {[POSITION_CONFIRM] = true}}};

/* A letter's date, its stance, an acknowledgement (with level NONE: there is none); its readings,
 * "own/collaboration guidance replaced conforms before", and what holds in all of them. */
enum { NONE = -1 };
static const struct {
    struct date_interval responded;
    enum stance stance;
    int8_t level;
    struct window in_force;
    const char *readings, *certain;
} examples[] = {
    {ON(20), STANCE_NCND, NONE, ALWAYS, "0/0 11 0 yes not_applicable", "none 11 yes"},
    {ON(20), STANCE_DISCLOSED, NONE, ALWAYS, "0/0 11 0 no not_applicable", "none 11 no"},
    {ON(20), STANCE_UNREAD, NONE, ALWAYS, "0/0 11 0 not_applicable not_applicable",
     "none 11 not_applicable"},
    /* before the first advice */
    {ON(-1), STANCE_NCND, NONE, ALWAYS, "0/0 0 0 not_applicable not_applicable",
     "none 0 not_applicable"},
    /* the later advice asks of those that acknowledged, and of nobody else */
    {ON(60), STANCE_NCND, LEVEL_OWN, SINCE(5), "1/0 12 11 no yes", "own 12 no"},
    {ON(60), STANCE_NCND, NONE, ALWAYS, "0/0 11 0 yes not_applicable", "none 11 yes"},
    {ON(60), STANCE_NCND, LEVEL_COLLABORATION, SINCE(5), "0/1 11 0 yes not_applicable",
     "collaboration 11 yes"},
    {ON(60), STANCE_NCND, LEVEL_THIRD_PARTY, SINCE(5), "0/0 11 0 yes not_applicable",
     "third_party 11 yes"},
    /* before and after that advice; before and after the acknowledgement */
    {{40, 60},
     STANCE_NCND,
     LEVEL_OWN,
     SINCE(5),
     "1/0 11 0 yes not_applicable|1/0 12 11 no yes",
     "own 0 not_applicable"},
    {ON(60),
     STANCE_NCND,
     LEVEL_OWN,
     {{55, DAY_MAX}, {65, DAY_MAX}},
     "0/0 11 0 yes not_applicable|1/0 12 11 no yes",
     "none 0 not_applicable"},
};

START_TEST(each_reading_is_judged)
{
    const struct given_fact given[DERIVING_FACTS] = {
        {1, 1, 0, 1, STAGE_INITIAL, examples[_i].stance, examples[_i].responded}};
    struct deriving d;
    struct letters letters;
    struct profiles profiles;
    struct error err = {0};
    deriving_begin(&d, given);
    d.in.guidance = guidance;
    d.in.guidance_count = LENGTH_OF(guidance);
    const struct record_entry entry = {1, 1, 1, examples[_i].level, examples[_i].in_force, ON(5)};
    const struct record record = {&entry, examples[_i].level == NONE ? 0 : 1};
    ck_assert(letters_build(&d.in, &letters, &err));
    ck_assert(profiles_build(&d.in, &record, &letters, &profiles, &err));
    deriving_check(&d,
                   "SELECT own_acknowledgement || '/' || collaboration_acknowledgement || ' ' || "
                   "coalesce(guidance_no, 0) || ' ' || coalesce(replaced_guidance_no, 0) || ' ' || "
                   "conforms || ' ' || conformed_before FROM profile_reading ORDER BY reading",
                   examples[_i].readings);
    deriving_check(&d,
                   "SELECT acknowledged || ' ' || coalesce(guidance_no, 0) || ' ' || conforms FROM "
                   "profile",
                   examples[_i].certain);
    profiles_done(&profiles);
    letters_done(&letters);
    deriving_end(&d);
}
END_TEST

START_TEST(rows_alike_share_a_profile)
{
    static const struct given_fact given[DERIVING_FACTS] = {
        {1, 1, 0, 1, STAGE_INITIAL, STANCE_NCND, ON(10)},
        {1, 2, 0, 1, STAGE_INITIAL, STANCE_NOT_HELD, ON(30)},
        {2, 1, 0, 3, STAGE_INITIAL, STANCE_NCND, ON(20)},
        {3, 1, 0, 3, STAGE_INITIAL, STANCE_NCND, UNDATED}};
    struct deriving d;
    struct letters letters;
    struct profiles profiles;
    struct error err = {0};
    deriving_begin(&d, given);
    const struct record record = {0};
    ck_assert(letters_build(&d.in, &letters, &err));
    ck_assert(profiles_build(&d.in, &record, &letters, &profiles, &err));
    deriving_check(&d,
                   "SELECT response_no || ':' || profile_no || ':' || letter_no FROM "
                   "response_meaning ORDER BY response_no",
                   "1:1:1|2:2:2|3:1:3|4:3:4");
    profiles_done(&profiles);
    letters_done(&letters);
    deriving_end(&d);
}
END_TEST

Suite *suite_derive_profiles(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("derive/profiles", &tcase);
    ADD_TABLE_TEST(tcase, each_reading_is_judged, examples);
    tcase_add_test(tcase, rows_alike_share_a_profile);
    return suite;
}
