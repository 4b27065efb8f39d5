/* SPDX-License-Identifier: MIT */
#include "letters/shingles.h"

#include "suites.h"
#include "table.h"

#define TEN "one two three four five six seven eight nine ten" /* six runs */

static const struct {
    const char *a, *b;
    size_t count_of_a, count_of_b, in_both;
} examples[] = {
    {TEN, TEN, 6, 6, 6},
    /* without case, punctuation and kinds of space */
    {TEN,
     "One, two. THREE\nfour\xc2\xa0"
     "five; six-seven (eight) nine\r\n\r\nten!",
     6, 6, 6},
    /* soft hyphens and ligatures */
    {"the office of the chief officer",
     "the o\xef\xac\x83"
     "ce of the chief of\xc2\xad"
     "ficer",
     2, 2, 2},
    /* words in another order are other runs */
    {TEN, "ten nine eight seven six five four three two one", 6, 6, 0},
    /* a word put in breaks five runs, one at the end none */
    {TEN, "one two three four five and six seven eight nine ten", 6, 7, 2},
    {TEN, TEN " eleven", 6, 7, 6},
    /* each run counts once */
    {"a b c d e a b c d e a b c d e", "a b c d e", 5, 1, 1},
    /* too short for a run */
    {"one two three four", TEN, 0, 6, 0},
    {"", "", 0, 0, 0},
    {"... --- ...", TEN, 0, 6, 0},
    /* letters of every script, and digits */
    {"\xc5\xb4ythnos 2 o \xc3\xa2"
     "dar y m\xc3\xb4r",
     "\xc5\xb5ythnos 2 O \xc3\x82"
     "DAR y M\xc3\x94R",
     2, 2, 2},
};

static struct shingles of_text(const char *text)
{
    const struct slice passage = slice_of(text);
    return shingles_of(&passage, 1);
}

START_TEST(test_runs_are_compared)
{
    struct shingles a = of_text(examples[_i].a), b = of_text(examples[_i].b);
    ck_assert_uint_eq(a.count, examples[_i].count_of_a);
    ck_assert_uint_eq(b.count, examples[_i].count_of_b);
    ck_assert_uint_eq(shingles_in_both(&a, &b), examples[_i].in_both);
    ck_assert_uint_eq(shingles_in_both(&b, &a), examples[_i].in_both);
    shingles_done(&a);
    shingles_done(&b);
}
END_TEST

START_TEST(test_shares_are_of_the_right_whole)
{
    struct shingles a = of_text(TEN),
                    b = of_text("one two three four five six and more things here");
    /* two of six, and two of six: ten in either */
    ck_assert_double_eq_tol(shingles_likeness(&a, &b), 2.0 / 10, 1e-12);
    ck_assert_double_eq_tol(shingles_share_in(&a, &b), 2.0 / 6, 1e-12);
    struct shingles none = of_text("");
    ck_assert_double_eq(shingles_likeness(&none, &none), 0);
    ck_assert_double_eq(shingles_share_in(&none, &a), 0);
    shingles_done(&none);
    shingles_done(&a);
    shingles_done(&b);
}
END_TEST

START_TEST(test_no_run_goes_over_a_gap)
{
    const struct slice parts[] = {slice_of("one two three four five six"), slice_of("seven eight"),
                                  slice_of("nine ten eleven twelve thirteen")};
    struct shingles apart = shingles_of(parts, 3), none = shingles_of(parts, 0);
    ck_assert_uint_eq(apart.count, 3);
    ck_assert_uint_eq(none.count, 0);
    shingles_done(&apart);
    shingles_done(&none);
}
END_TEST

Suite *suite_letters_shingles(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("letters/shingles", &tcase);
    ADD_TABLE_TEST(tcase, test_runs_are_compared, examples);
    tcase_add_test(tcase, test_shares_are_of_the_right_whole);
    tcase_add_test(tcase, test_no_run_goes_over_a_gap);
    return suite;
}
