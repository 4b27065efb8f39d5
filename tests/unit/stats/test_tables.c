/* SPDX-License-Identifier: MIT
 * The figures are published ones; those with more digits than the source gives were worked
 * out again from the definitions, in rational arithmetic.
 */
#include "brute_force.h"
#include "change_testing.h"
#include "table.h"

#include <gsl/gsl_math.h>
#include <stdbool.h>

enum { PERMUTATIONS = 10000 };

/* Fisher's tea tasting (Agresti 1990, p. 61) and criminal convictions of like-sex twins
 * (Fisher 1962), R's ?fisher.test; LAW.md e.3; Newcombe (1998), his examples (a) 56/70 v
 * 48/80, .0524 to .3339, and (b) 9/10 v 3/10, .1705 to .8090. The last two: large counts. */
static const struct {
    size_t cells[4];
    double p, effect, low, high;
} pairs_of_groups[] = {
    {{3, 1, 1, 3}, 0.4857142857142857, -0.5, -0.7890832681, 0.1354884006},
    {{10, 3, 2, 15}, 0.0005367241191434, -0.6515837104, -0.8229859522, -0.2982847147},
    {{20, 18, 33, 7}, 0.0071961609562509, 0.2986842105, 0.0912001424, 0.4755909215},
    {{48, 32, 56, 14}, 0.0125211297492092, 0.2, 0.0524314724, 0.3338726540},
    {{3, 7, 9, 1}, 0.0197666110978805, 0.6, 0.1705227239, 0.8090179735},
    {{50300, 49700, 49700, 50300}, 0.0073882908230997, -0.006, -0.0103822868, -0.0016173874},
    {{30000, 70000, 30800, 69200}, 0.0001026931223190, 0.008, 0.0039681727, 0.0120314721},
};

START_TEST(test_fisher_published)
{
    const size_t *c = pairs_of_groups[_i].cells;
    struct change_test t = fisher_exact(c[0], c[1], c[2], c[3]);
    assert_result(&t, c[0] + c[1] + c[2] + c[3]);
    ck_assert(isnan(t.statistic));
    ck_assert_int_eq(t.degrees, 0);
    assert_near(t.p, pairs_of_groups[_i].p, 1e-8);
    ck_assert_double_eq_tol(t.effect, pairs_of_groups[_i].effect, 1e-9);
    assert_interval(t.effect_interval, pairs_of_groups[_i].low, pairs_of_groups[_i].high, 1e-7);
}
END_TEST

START_TEST(test_fisher_by_brute_force)
{
    for (int trial = 0; trial < 10 * TRIALS; trial++) {
        size_t c[4];
        fill_counts(c, 4, trial % 2 ? 5 : 16);
        struct change_test t = fisher_exact(c[0], c[1], c[2], c[3]);
        size_t least =
            GSL_MIN(GSL_MIN(c[0] + c[1], c[2] + c[3]), GSL_MIN(c[0] + c[2], c[1] + c[3]));
        bool is_alone = least == 1 && brute_force_fisher(c) > 1 - 1e-9 && t.undefined;
        if (is_alone)
            ck_assert_str_eq(t.undefined, "too few to test");
        ck_assert_int_eq(t.undefined == NULL, least > 0 && !is_alone);
        if (t.undefined == NULL)
            assert_near(t.p, brute_force_fisher(c), 1e-11);
    }
}
END_TEST

START_TEST(test_too_few)
{
    const size_t two_letters[4] = {1, 0, 0, 1}, three_kinds[6] = {1, 0, 0, 1, 0, 1};
    const size_t enough[4] = {2, 0, 0, 1};
    assert_undefined(fisher_exact(1, 0, 0, 1), "too few to test");
    assert_undefined(fisher_exact(0, 1, 1, 0), "too few to test");
    assert_undefined(fisher_exact(1, 4, 0, 5), "too few to test");
    ck_assert_ptr_null(fisher_exact(1, 4, 0, 4).undefined);
    assert_undefined(fisher_freeman_halton(two_letters, 2, 2, 100, 1), "too few to test");
    assert_undefined(fisher_freeman_halton(three_kinds, 3, 2, 100, 1), "too few to test");
    ck_assert_ptr_null(fisher_freeman_halton(enough, 2, 2, 100, 1).undefined);
}
END_TEST

START_TEST(test_fisher_mirrored)
{
    for (int trial = 0; trial < TRIALS; trial++) {
        size_t c[4];
        fill_counts(c, 4, 300);
        c[0] += 1;
        c[3] += 1;
        struct change_test t = fisher_exact(c[0], c[1], c[2], c[3]);
        struct change_test mirrored[] = {fisher_exact(c[2], c[3], c[0], c[1]),
                                         fisher_exact(c[1], c[0], c[3], c[2])};
        for (size_t i = 0; i < 2; i++)
            assert_mirrored(&mirrored[i], &t);
        assert_near(fisher_exact(c[0], c[2], c[1], c[3]).p, t.p, 1e-10);
    }
}
END_TEST

START_TEST(test_fisher_undefined)
{
    assert_undefined(fisher_exact(0, 0, 3, 4), "one of the groups is empty");
    assert_undefined(fisher_exact(3, 4, 0, 0), "one of the groups is empty");
    assert_undefined(fisher_exact(0, 3, 0, 4), "all answers are alike");
    assert_undefined(fisher_exact(3, 0, 4, 0), "all answers are alike");
    ck_assert_uint_eq(fisher_exact(3, 0, 4, 0).n, 7);
}
END_TEST

/* Income and job satisfaction of black American men, Agresti (2002, p. 57): 0.7827 in R's
 * ?fisher.test, Cramer's V 0.144 in vcdExtra's ?JobSat; all 90,208,550 tables give the
 * digits that R does not. */
static const size_t jobs[16] = {1, 2, 1, 0, 3, 3, 6, 1, 10, 10, 14, 9, 6, 7, 12, 11};
static const double jobs_p = 0.7826849390;

START_TEST(test_freeman_halton_published)
{
    struct change_test t = fisher_freeman_halton(jobs, 4, 4, PERMUTATIONS, (unsigned long)_i);
    ck_assert_ptr_null(t.undefined);
    ck_assert_uint_eq(t.n, 96);
    ck_assert_int_eq(t.degrees, 0);
    ck_assert(isnan(t.statistic));
    /* Four standard errors, and the interval that goes with them. */
    ck_assert_double_eq_tol(t.p, jobs_p, 4 * sqrt(jobs_p * (1 - jobs_p) / PERMUTATIONS));
    ck_assert(t.p_interval.low < t.p && t.p < t.p_interval.high);
    ck_assert_double_eq_tol(t.p_interval.high - t.p_interval.low, 0.0162, 5e-4);
    assert_near(t.effect, 0.14392217453234737, 1e-12);
    ck_assert(isnan(t.effect_interval.low) && isnan(t.effect_interval.high));
}
END_TEST

/* Pinned, so that it is the same with every compiler. */
START_TEST(test_freeman_halton_same_seed_same_p)
{
    struct change_test t = fisher_freeman_halton(jobs, 4, 4, PERMUTATIONS, 1);
    assert_near(t.p, 7814.0 / 10001, 1e-15);
    ck_assert(t.p_interval.low < jobs_p && jobs_p < t.p_interval.high);
    ck_assert(fabs(fisher_freeman_halton(jobs, 4, 4, PERMUTATIONS, 2).p - t.p) > 1e-9);
}
END_TEST

/* Three by three, at most BRUTE_FORCE_TABLE_N_MAX in all, two groups and two categories
 * at least. */
static void fill_small_table(size_t *cells)
{
    fill_counts(cells, 9, 3);
    cells[0] += 1;
    cells[4] += 1;
}

/* p within five standard errors of the exact one, and 95 of 100 intervals hold it: of 200
 * at least 180, which chance undercuts once in 500 runs. */
START_TEST(test_freeman_halton_by_brute_force)
{
    int held = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
        size_t cells[9];
        fill_small_table(cells);
        double p = brute_force_freeman_halton(cells, 3, 3);
        struct change_test t =
            fisher_freeman_halton(cells, 3, 3, PERMUTATIONS, (unsigned long)trial);
        ck_assert_ptr_null(t.undefined);
        ck_assert_double_eq_tol(t.p, p, 5 * sqrt(p * (1 - p) / PERMUTATIONS) + 2e-4);
        held += t.p_interval.low <= p + 1e-12 && p - 1e-12 <= t.p_interval.high;
    }
    ck_assert_int_ge(held, 180);
}
END_TEST

START_TEST(test_freeman_halton_of_two_by_two_is_fisher)
{
    for (int trial = 0; trial < TRIALS; trial++) {
        size_t c[4];
        fill_counts(c, 4, 30);
        c[0] += 1;
        c[3] += 1;
        double p = fisher_exact(c[0], c[1], c[2], c[3]).p;
        double error = sqrt(p * (1 - p) / 1000);
        struct change_test t = fisher_freeman_halton(c, 2, 2, 1000, (unsigned long)trial);
        ck_assert_double_eq_tol(t.p, p, 5 * error + 2e-3);
        double a = (double)c[0], b = (double)c[1], d = (double)c[2], e = (double)c[3];
        double phi = (a * e - b * d) / sqrt((a + b) * (d + e) * (a + d) * (b + e));
        ck_assert_double_eq_tol(t.effect, fabs(phi), 1e-12);
    }
}
END_TEST

/* No table with these margins is more probable than the even one: p is 1. None as
 * improbable as the one of groups apart turns up: p is the least that there is. */
START_TEST(test_freeman_halton_at_the_ends)
{
    const size_t even[] = {5, 5, 5, 5, 5, 5}, apart[] = {40, 0, 0, 0, 40, 0, 0, 0, 40};
    struct change_test t = fisher_freeman_halton(even, 3, 2, 1000, 7);
    assert_near(t.p, 1, 1e-15);
    ck_assert_double_eq_tol(t.effect, 0, 1e-15);
    ck_assert(t.p_interval.low > 0.99 && t.p_interval.low < 1);
    t = fisher_freeman_halton(apart, 3, 3, 1000, 7);
    assert_near(t.p, 1.0 / 1001, 1e-15);
    assert_near(t.effect, 1, 1e-12);
    assert_interval(t.p_interval, 0, 0.0038267588, 1e-9);
}
END_TEST

START_TEST(test_freeman_halton_leaves_out_what_is_empty)
{
    static const size_t at[] = {0, 2, 3, 8, 10, 11, 12, 14, 15};
    for (int trial = 0; trial < 20; trial++) {
        size_t cells[9], wide[16] = {0}, turned[9];
        fill_small_table(cells);
        for (size_t i = 0; i < 9; i++) {
            wide[at[i]] = cells[i]; /* the second row and column are empty */
            turned[8 - i] = cells[i];
        }
        struct change_test t = fisher_freeman_halton(cells, 3, 3, 500, 3);
        struct change_test u = fisher_freeman_halton(wide, 4, 4, 500, 3);
        assert_near(u.p, t.p, 1e-15);
        assert_near(u.effect, t.effect, 1e-12);
        ck_assert_uint_eq(u.n, t.n);
        assert_near(fisher_freeman_halton(turned, 3, 3, 500, 3).effect, t.effect, 1e-12);
    }
}
END_TEST

START_TEST(test_freeman_halton_of_many)
{
    const size_t cells[] = {25000, 25000, 25300, 24700};
    struct change_test t = fisher_freeman_halton(cells, 2, 2, 100, 1);
    double p = fisher_exact(25000, 25000, 25300, 24700).p;
    ck_assert_uint_eq(t.n, 100000);
    ck_assert_double_eq_tol(t.p, p, 5 * sqrt(p * (1 - p) / 100) + 0.02);
}
END_TEST

START_TEST(test_freeman_halton_undefined)
{
    static const char few[] = "there are fewer than two groups or two categories";
    const size_t one_group[] = {3, 4, 5, 0, 0, 0}, one_category[] = {0, 3, 0, 0, 4, 0};
    const size_t none[6] = {0};
    assert_undefined(fisher_freeman_halton(one_group, 2, 3, 10, 1), few);
    assert_undefined(fisher_freeman_halton(one_category, 2, 3, 10, 1), few);
    assert_undefined(fisher_freeman_halton(none, 2, 3, 10, 1), few);
    assert_undefined(fisher_freeman_halton(none, 0, 0, 10, 1), few);
    assert_undefined(fisher_freeman_halton(jobs, 4, 4, 0, 1), "no random tables were asked for");
    ck_assert_uint_eq(fisher_freeman_halton(one_group, 2, 3, 10, 1).n, 12);
}
END_TEST

void add_table_tests(Suite *suite)
{
    TCase *tcase = tcase_create("tables");
    suite_add_tcase(suite, tcase);
    tcase_add_checked_fixture(tcase, start_counts, end_counts);
    ADD_TABLE_TEST(tcase, test_fisher_published, pairs_of_groups);
    tcase_add_test(tcase, test_fisher_by_brute_force);
    tcase_add_test(tcase, test_fisher_mirrored);
    tcase_add_test(tcase, test_too_few);
    tcase_add_test(tcase, test_fisher_undefined);
    tcase_add_loop_test(tcase, test_freeman_halton_published, 0, 10);
    tcase_add_test(tcase, test_freeman_halton_same_seed_same_p);
    tcase_add_test(tcase, test_freeman_halton_by_brute_force);
    tcase_add_test(tcase, test_freeman_halton_of_two_by_two_is_fisher);
    tcase_add_test(tcase, test_freeman_halton_at_the_ends);
    tcase_add_test(tcase, test_freeman_halton_leaves_out_what_is_empty);
    tcase_add_test(tcase, test_freeman_halton_of_many);
    tcase_add_test(tcase, test_freeman_halton_undefined);
}
