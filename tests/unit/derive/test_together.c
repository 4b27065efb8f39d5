/* SPDX-License-Identifier: MIT
 * Several days read together, each date being one day for all of them (clause 65).
 */
#include "derive/together.h"

#include "deriving.h"
#include "suites.h"
#include "table.h"

/* 0: from day 0 on; 1: from some day of 50 to 60 on; 2: from day 55 on, who has acknowledged. */
static const struct guidance guidance[] = {
    {.guidance_no = 1, .from = ON(0), .in_force = SINCE(0), .condition = CONDITION_ANY},
    {.guidance_no = 2,
     .from = {50, 60},
     .in_force = {{50, DAY_MAX}, {60, DAY_MAX}},
     .condition = CONDITION_ANY},
    {.guidance_no = 3, .from = ON(55), .in_force = SINCE(55), .condition = CONDITION_ACKNOWLEDGED},
};
static const int32_t candidates[] = {0, 1, 2};

struct asked {
    int32_t day;
    bool own;
    int32_t chosen;
};
static const struct {
    struct asked moments[2];
    size_t count;
    struct pinned pinned;
    bool may_be;
} readings[] = {
    {{{49, false, 0}}, 1, {-1, 0}, true},
    {{{49, false, 1}}, 1, {-1, 0}, false},
    {{{49, false, -1}}, 1, {-1, 0}, false},
    {{{-1, false, -1}}, 1, {-1, 0}, true},
    {{{55, false, 0}}, 1, {-1, 0}, true},
    {{{55, false, 1}}, 1, {-1, 0}, true},
    {{{60, false, 0}}, 1, {-1, 0}, false},
    /* what took effect by the first day is in force on the second */
    {{{52, false, 0}, {55, false, 0}}, 2, {-1, 0}, true},
    {{{52, false, 1}, {55, false, 1}}, 2, {-1, 0}, true},
    {{{52, false, 0}, {55, false, 1}}, 2, {-1, 0}, true},
    {{{52, false, 1}, {55, false, 0}}, 2, {-1, 0}, false},
    /* of two the one that took effect later is chosen: 1 on day 56 at the earliest, then */
    {{{58, true, 2}}, 1, {-1, 0}, true},
    {{{58, true, 1}}, 1, {-1, 0}, true},
    {{{54, false, 1}, {58, true, 1}}, 2, {-1, 0}, false},
    {{{54, false, 1}, {58, true, 2}}, 2, {-1, 0}, true},
    {{{54, false, 0}, {58, true, 1}}, 2, {-1, 0}, true},
    /* its first day given */
    {{{53, false, 1}, {52, false, 0}}, 2, {1, 53}, true},
    {{{52, false, 1}}, 1, {1, 53}, false},
    {{{53, false, 0}}, 1, {1, 53}, false},
};

START_TEST(advice_is_read_together)
{
    const struct inputs in = {.guidance = guidance, .guidance_count = LENGTH_OF(guidance)};
    struct moment moments[2];
    for (size_t i = 0; i < readings[_i].count; i++) {
        const struct asked *m = &readings[_i].moments[i];
        moments[i] = (struct moment){m->day, m->own, m->chosen, candidates, LENGTH_OF(candidates)};
    }
    ck_assert_int_eq(together_chosen(&in, moments, readings[_i].count, readings[_i].pinned),
                     readings[_i].may_be);
}
END_TEST

/* Acknowledgements, two days, and on which of them: N neither, F the first alone, S the second
 * alone, B both. */
static const struct {
    struct record_entry entries[2];
    size_t count;
    int32_t day, other_day;
    const char *patterns;
} records[] = {
    {{{0}}, 0, 40, 60, "N"},
    {{{.level = LEVEL_OWN, .in_force = SINCE(50)}}, 1, 10, 20, "N"},
    {{{.level = LEVEL_OWN, .in_force = SINCE(50)}}, 1, 40, 60, "S"},
    {{{.level = LEVEL_OWN, .in_force = SINCE(50)}}, 1, 60, 40, "F"},
    {{{.level = LEVEL_OWN, .in_force = SINCE(50)}}, 1, 60, 70, "B"},
    {{{.level = LEVEL_COLLABORATION, .in_force = SINCE(50)}}, 1, 60, 70, "N"},
    {{{.level = LEVEL_OWN, .in_force = {{50, DAY_MAX}, {60, DAY_MAX}}}}, 1, 52, 58, "NSB"},
    {{{.level = LEVEL_OWN, .in_force = {{50, DAY_MAX}, {60, DAY_MAX}}}}, 1, 58, 52, "NFB"},
    {{{.level = LEVEL_OWN, .in_force = {{DAY_MIN, 60}, {DAY_MIN, 50}}}}, 1, 52, 58, "NFB"},
    /* one after the other */
    {{{.level = LEVEL_OWN, .in_force = {{DAY_MIN, 55}, {DAY_MIN, 55}}},
      {.level = LEVEL_OWN, .in_force = SINCE(56)}},
     2,
     52,
     58,
     "B"},
    {{{.level = LEVEL_OWN, .in_force = {{DAY_MIN, 60}, {DAY_MIN, 50}}},
      {.level = LEVEL_OWN, .in_force = SINCE(56)}},
     2,
     52,
     58,
     "SB"},
};

START_TEST(record_is_read_together)
{
    unsigned found = together_own(records[_i].entries, records[_i].count, records[_i].day,
                                  records[_i].other_day);
    char patterns[5] = "";
    size_t length = 0;
    for (unsigned i = 0; i < 4; i++)
        if (found & 1U << i)
            patterns[length++] = "NFSB"[i];
    ck_assert_str_eq(patterns, records[_i].patterns);
}
END_TEST

Suite *suite_derive_together(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("derive/together", &tcase);
    ADD_TABLE_TEST(tcase, advice_is_read_together, readings);
    ADD_TABLE_TEST(tcase, record_is_read_together, records);
    return suite;
}
