/* SPDX-License-Identifier: MIT */
#include "suites.h"
#include "table.h"

#include "base/pattern.h"

static const struct {
    const char *pattern, *text;
    size_t at;
    enum pattern_result result;
    size_t begin, end;
} places[] = {
    {"b+", "abbc", 1, PATTERN_FOUND, 1, 3},
    {"b+", "abbc", 2, PATTERN_FOUND, 2, 3},
    {"b+", "abbc", 0, PATTERN_NONE, 0, 0},
    {"\\bb", "ab b", 1, PATTERN_NONE, 0, 0},
    {"\\bb", "ab b", 3, PATTERN_FOUND, 3, 4},
    {"(?<=a)b", "ab", 1, PATTERN_FOUND, 1, 2},
    {"^b", "ab", 1, PATTERN_NONE, 0, 0},
    {"a\\Kb", "ab", 0, PATTERN_FOUND, 1, 2},
    {"(?:a+)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", 0, PATTERN_GAVE_UP, 0, 0},
};

START_TEST(a_match_begins_where_it_is_told_to)
{
    struct pattern *pattern = pattern_new_stepped(slice_of(places[_i].pattern), 1000);
    struct pattern_match match = {0};
    ck_assert_int_eq(pattern_find_at(pattern, slice_of(places[_i].text), places[_i].at, &match),
                     places[_i].result);
    ck_assert_uint_eq(match.begin, places[_i].begin);
    ck_assert_uint_eq(match.end, places[_i].end);
    pattern_free(pattern);
}
END_TEST

/* Steps are counted from each place anew: so it is the same to try them all as to search. */
START_TEST(steps_are_those_of_one_place)
{
    struct slice text = slice_of("aaaaaaaaaaaaaaaaaaaaab aaaaab");
    struct pattern *pattern = pattern_new_stepped(slice_of("(?:a+)+$"), 400000);
    struct pattern_match match;
    ck_assert_int_eq(pattern_find(pattern, text, 0, &match), PATTERN_GAVE_UP);
    ck_assert_int_eq(pattern_find_at(pattern, text, 0, &match), PATTERN_GAVE_UP);
    ck_assert_int_eq(pattern_find_at(pattern, text, 6, &match), PATTERN_NONE);
    ck_assert_int_eq(pattern_find(pattern, text, 6, &match), PATTERN_NONE);
    pattern_free(pattern);
}
END_TEST

static const struct {
    const char *pattern, *reason;
} sounds[] = {
    {"a(b|c)", ""},
    {"a(b", "missing closing parenthesis, at character 4"},
    {"\\C", "using \\C is disabled by the application, at character 3"},
};

START_TEST(a_pattern_is_sound_or_says_why_not)
{
    char reason[128] = "";
    struct pattern *pattern = pattern_new_stepped(slice_of(sounds[_i].pattern), 1000);
    ck_assert_int_eq(pattern_is_sound(pattern, reason, sizeof reason), !*sounds[_i].reason);
    ck_assert_str_eq(reason, sounds[_i].reason);
    pattern_free(pattern);
}
END_TEST

Suite *suite_base_pattern(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("base/pattern", &tcase);
    ADD_TABLE_TEST(tcase, a_match_begins_where_it_is_told_to, places);
    tcase_add_test(tcase, steps_are_those_of_one_place);
    ADD_TABLE_TEST(tcase, a_pattern_is_sound_or_says_why_not, sounds);
    return suite;
}
