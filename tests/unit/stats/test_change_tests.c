/* SPDX-License-Identifier: MIT
 * The figures are published ones; those with more digits than the source gives were worked
 * out again from the definitions, in rational arithmetic.
 */
#include "stats/change_tests.h"

#include "brute_force.h"
#include "change_testing.h"
#include "suites.h"
#include "table.h"

#include <math.h>
#include <string.h>

/* Stuart (1953, 1955), the unaided vision of 7477 women: 11.96 in R's coin, ?vision. */
static const size_t vision[] = {1520, 266, 124,  66,  234, 1512, 432, 78,
                                117,  362, 1772, 205, 36,  82,   179, 492};
/* Uebersax, McNemar Tests of Marginal Homogeneity: 13.76. And with a category that nobody
 * left and to which nobody came, as though it were not there. */
static const size_t raters[] = {20, 10, 5, 3, 30, 15, 0, 5, 40};
static const size_t wider[] = {20, 10, 0, 5, 3, 30, 0, 15, 0, 0, 9, 0, 0, 5, 0, 40};
/* No movement between {1, 2} and {3, 4}: (5 - 1)^2 / 6 + (7 - 2)^2 / 9. */
static const size_t apart[] = {9, 5, 0, 0, 1, 0, 0, 0, 0, 0, 3, 7, 0, 0, 2, 4};

static const struct {
    const size_t *pairs;
    size_t categories, n;
    double chi_square;
    int degrees;
    double p, moved, low, high;
} margins[] = {
    {vision, 4, 7477, 11.956569622983, 3, 0.0075334250548, 0.29169453, 0.28150070, 0.30210229},
    {raters, 3, 128, 13.764705882353, 2, 0.0010257277266, 0.29687500, 0.22458166, 0.38100523},
    {wider, 4, 137, 13.764705882353, 2, 0.0010257277266, 38.0 / 137, 0.20925685, 0.35763204},
    {apart, 4, 31, 49.0 / 9, 2, 0.0657285286165, 15.0 / 31, 0.31970252, 0.65159605},
};

START_TEST(test_stuart_maxwell_published)
{
    struct change_test t = stuart_maxwell(margins[_i].pairs, margins[_i].categories);
    assert_result(&t, margins[_i].n);
    assert_near(t.statistic, margins[_i].chi_square, 1e-12);
    ck_assert_int_eq(t.degrees, margins[_i].degrees);
    assert_near(t.p, margins[_i].p, 1e-10);
    ck_assert_double_eq_tol(t.effect, margins[_i].moved, 1e-8);
    assert_interval(t.effect_interval, margins[_i].low, margins[_i].high, 1e-8);
}
END_TEST

/* Fleiss and Everitt (1971) solved the equations for three categories. */
static double chi_square_of_three(const size_t *pairs)
{
    double moved[3], difference[3], sum = 0, product = 0;
    for (size_t i = 0; i < 3; i++) {
        size_t j = (i + 1) % 3, k = (i + 2) % 3;
        moved[i] = (double)(pairs[j * 3 + k] + pairs[k * 3 + j]) / 2; /* past i */
        difference[i] = (double)(pairs[i * 3 + j] + pairs[i * 3 + k]) -
                        (double)(pairs[j * 3 + i] + pairs[k * 3 + i]);
    }
    for (size_t i = 0; i < 3; i++) {
        sum += moved[i] * difference[i] * difference[i];
        product += moved[i] * moved[(i + 1) % 3];
    }
    return sum / (2 * product);
}

START_TEST(test_stuart_maxwell_of_two_and_three_categories)
{
    for (int trial = 0; trial < TRIALS; trial++) {
        size_t pairs[9];
        fill_counts(pairs, 9, 30);
        pairs[1] += 1; /* so that somebody moved between each two */
        pairs[2] += 1;
        pairs[3] += 1;
        pairs[5] += 1;
        assert_near(stuart_maxwell(pairs, 3).statistic, chi_square_of_three(pairs), 1e-10);
        double there = (double)pairs[1], back = (double)pairs[2];
        struct change_test t = stuart_maxwell(pairs, 2);
        assert_near(t.statistic, (there - back) * (there - back) / (there + back), 1e-12);
        ck_assert_int_eq(t.degrees, 1);
        assert_near(t.p, erfc(sqrt(t.statistic / 2)), 1e-10);
    }
}
END_TEST

START_TEST(test_stuart_maxwell_heeds_neither_order_nor_direction)
{
    static const size_t order[4] = {2, 0, 3, 1};
    for (int trial = 0; trial < TRIALS; trial++) {
        size_t pairs[16], moved[16], back[16], tenfold[16];
        fill_counts(pairs, 16, trial % 2 ? 3 : 50); /* every other one with many zeros */
        pairs[1] += 1;
        for (size_t i = 0; i < 16; i++) {
            moved[i] = pairs[order[i / 4] * 4 + order[i % 4]];
            back[i] = pairs[i % 4 * 4 + i / 4];
            tenfold[i] = 10 * pairs[i];
        }
        struct change_test t = stuart_maxwell(pairs, 4);
        ck_assert_int_eq(stuart_maxwell(moved, 4).degrees, t.degrees);
        assert_near(stuart_maxwell(moved, 4).statistic, t.statistic, 1e-9);
        assert_near(stuart_maxwell(back, 4).statistic, t.statistic, 1e-9);
        assert_near(stuart_maxwell(tenfold, 4).statistic, 10 * t.statistic, 1e-9);
        assert_near(stuart_maxwell(tenfold, 4).effect, t.effect, 1e-12);
    }
}
END_TEST

START_TEST(test_stuart_maxwell_undefined)
{
    const size_t none[9] = {0}, stayed[9] = {3, 0, 0, 0, 0, 0, 0, 0, 1};
    const size_t uneven[9] = {[1] = 1, [5] = (size_t)1 << 60};
    assert_undefined(stuart_maxwell(none, 3), "there is no pair of answers");
    assert_undefined(stuart_maxwell(none, 0), "there is no pair of answers");
    assert_undefined(stuart_maxwell(stayed, 3), "nobody changed position");
    assert_undefined(stuart_maxwell(stayed, 1), "nobody changed position");
    assert_undefined(stuart_maxwell(uneven, 3), "the counts are too uneven to work it out");
    ck_assert_uint_eq(stuart_maxwell(stayed, 3).n, 4);
}
END_TEST

/* R: binom.test(2, 13), p 0.02246, and the other way round; those who changed their mind
 * in Agresti (1990, p. 350), R's ?mcnemar.test, whose p is not the exact one; the least,
 * the even, and 100,000 movers by definition. */
static const struct {
    size_t towards, away, n;
    double p, share, low, high;
} movers[] = {
    {11, 2, 40, 0.0224609375, 11.0 / 13, 0.5455289443, 0.9807933280},
    {2, 11, 40, 0.0224609375, 2.0 / 13, 0.0192066720, 0.4544710557},
    {86, 150, 1600, 3.715936139571442e-05, 86.0 / 236, 0.3029404233, 0.4293267518},
    {0, 6, 6, 0.03125, 0, 0, 0.4592581264},
    {5, 5, 12, 1, 0.5, 0.1870860284, 0.8129139716},
    {50500, 49500, 300000, 0.0015823598788516, 0.505, 0.5018960732, 0.5081036375},
};

START_TEST(test_mcnemar_published)
{
    struct change_test t = mcnemar_exact(movers[_i].towards, movers[_i].away, movers[_i].n);
    assert_result(&t, movers[_i].n);
    ck_assert(isnan(t.statistic));
    ck_assert_int_eq(t.degrees, 0);
    assert_near(t.p, movers[_i].p, 1e-9);
    ck_assert_double_eq_tol(t.effect, movers[_i].share, 1e-12);
    assert_interval(t.effect_interval, movers[_i].low, movers[_i].high, 1e-8);
}
END_TEST

START_TEST(test_mcnemar_by_brute_force)
{
    for (size_t towards = 0; towards <= 30; towards++) {
        for (size_t away = towards < 2 ? 2 - towards : 0; away <= 30; away++) {
            struct change_test t = mcnemar_exact(towards, away, towards + away);
            assert_near(t.p, brute_force_sign_test(towards, away), 1e-11);
        }
    }
}
END_TEST

START_TEST(test_mcnemar_undefined)
{
    assert_undefined(mcnemar_exact(1, 0, 40), "too few to test");
    assert_undefined(mcnemar_exact(0, 1, 1), "too few to test");
    assert_undefined(mcnemar_exact(0, 0, 40), "nobody changed position");
    assert_undefined(mcnemar_exact(0, 0, 0), "there is no pair of answers");
    ck_assert_uint_eq(mcnemar_exact(0, 0, 40).n, 40);
}
END_TEST

/* LAW.md e.3 (R: prop.trend.test, X-squared 17.37); R's ?prop.trend.test, the smokers of
 * Fleiss (1981, p. 139), 8.2249; SAS/STAT, PROC FREQ, Cochran-Armitage Trend Test, the
 * adverse responses of the data set Pain, Z 4.7918; the first with a gap, by definition.
 * The low end of the interval says where the high one is. */
enum { TREND_GROUPS = 5 };
static const struct {
    size_t yes[TREND_GROUPS], n[TREND_GROUPS];
    double z, p, slope, low;
} trends[] = {
    {{20, 33, 38}, {38, 40, 41}, 4.1677727259, 3.0759038871e-05, 0.19899915, 0.10541651},
    {{83, 90, 129, 70}, {86, 93, 136, 82}, -2.867912531, 0.00413189748, -0.03341563, -0.05625224},
    {{6, 7, 9, 14, 23}, {32, 33, 32, 32, 32}, 4.791812576, 1.65281269e-6, 0.12886997, 0.07615912},
    {{20, 0, 33, 38}, {38, 0, 40, 41}, 4.3192083994, 1.565898617e-5, 0.13554411, 0.07403710},
};

static size_t total_of(const size_t *counts, size_t count)
{
    size_t total = 0;
    for (size_t i = 0; i < count; i++)
        total += counts[i];
    return total;
}

START_TEST(test_cochran_armitage_published)
{
    struct change_test t = cochran_armitage(trends[_i].yes, trends[_i].n, TREND_GROUPS);
    assert_result(&t, total_of(trends[_i].n, TREND_GROUPS));
    ck_assert_int_eq(t.degrees, 0);
    assert_near(t.statistic, trends[_i].z, 1e-9);
    assert_near(t.p, trends[_i].p, 2e-9);
    ck_assert_double_eq_tol(t.effect, trends[_i].slope, 1e-8);
    assert_interval(t.effect_interval, trends[_i].low, 2 * t.effect - trends[_i].low, 1e-8);
}
END_TEST

START_TEST(test_cochran_armitage_mirrored)
{
    for (int trial = 0; trial < TRIALS; trial++) {
        size_t yes[6], no[6], n[6], yes_back[6], n_back[6], yes_4[6], n_4[6];
        fill_counts(yes, 6, 20);
        fill_counts(no, 6, 20);
        yes[0] += 1;
        no[1] += 1;
        no[2] += 1;
        for (size_t i = 0; i < 6; i++) {
            n[i] = yes[i] + no[i];
            yes_4[i] = 4 * yes[i];
            n_4[i] = 4 * n[i];
        }
        for (size_t i = 0; i < 6; i++) {
            yes_back[i] = yes[5 - i];
            n_back[i] = n[5 - i];
        }
        struct change_test t = cochran_armitage(yes, n, 6);
        struct change_test mirrored[] = {cochran_armitage(no, n, 6),
                                         cochran_armitage(yes_back, n_back, 6)};
        for (size_t i = 0; i < 2; i++) {
            ck_assert_double_eq_tol(mirrored[i].statistic, -t.statistic, 1e-11);
            assert_mirrored(&mirrored[i], &t);
        }
        struct change_test fourfold = cochran_armitage(yes_4, n_4, 6);
        ck_assert_double_eq_tol(fourfold.statistic, 2 * t.statistic, 1e-11);
        ck_assert_double_eq_tol(fourfold.effect, t.effect, 1e-12);
    }
}
END_TEST

START_TEST(test_cochran_armitage_slope_of_a_straight_line)
{
    const size_t yes[] = {10000, 12000, 45000, 40000}, n[] = {100000, 60000, 150000, 100000};
    struct change_test t = cochran_armitage(yes, n, 4);
    assert_near(t.effect, 0.1, 1e-12); /* shares of .1, .2, .3, .4 */
    ck_assert(t.p < 1e-300);
}
END_TEST

START_TEST(test_cochran_armitage_undefined)
{
    const size_t n[] = {5, 0, 5, 5}, none[4] = {0}, some[] = {1, 0, 2, 3};
    assert_undefined(cochran_armitage(some, n, 3), "fewer than three groups have answers");
    assert_undefined(cochran_armitage(some, n, 0), "fewer than three groups have answers");
    assert_undefined(cochran_armitage(none, n, 4), "all answers are alike");
    assert_undefined(cochran_armitage(n, n, 4), "all answers are alike");
    ck_assert_uint_eq(cochran_armitage(n, n, 4).n, 15);
    ck_assert_ptr_null(cochran_armitage(some, n, 4).undefined);
}
END_TEST

/* How many forces gave each series of answers to three waves: 000, 001, 010 ... 111. */
enum { SERIES = 8, WAVES = 3, FORCES_MAX = 100 };

/* LAW.md e.3; Agresti (2002), three drugs, SAS/STAT, PROC FREQ, Cochran's Q Test: 8.4706,
 * p 0.0145; NAG Library, g08alf, example: 2.8000, p 0.2466. */
static const struct {
    size_t forces, of_series[SERIES];
    double q, p;
} waves[] = {
    {37, {2, 5, 0, 10, 0, 1, 1, 18}, 17.764705882352942, 0.00013881715239738},
    {46, {6, 6, 4, 2, 4, 2, 16, 6}, 8.470588235294118, 0.014475552056282438},
    {12, {1, 1, 2, 0, 0, 0, 2, 6}, 2.8, 0.2465969639416065},
};

static size_t write_answers(const size_t *of_series, uint8_t *answers)
{
    size_t forces = 0;
    for (size_t series = 0; series < SERIES; series++) {
        for (size_t i = 0; i < of_series[series]; i++, forces++) {
            ck_assert_uint_lt(forces, FORCES_MAX);
            for (size_t wave = 0; wave < WAVES; wave++)
                answers[forces * WAVES + wave] = series >> (WAVES - 1 - wave) & 1;
        }
    }
    return forces;
}

START_TEST(test_cochran_q_published)
{
    uint8_t answers[FORCES_MAX * WAVES];
    size_t forces = write_answers(waves[_i].of_series, answers);
    struct change_test t = cochran_q(answers, forces, WAVES);
    assert_result(&t, waves[_i].forces);
    ck_assert_int_eq(t.degrees, 2);
    assert_near(t.statistic, waves[_i].q, 1e-12);
    assert_near(t.p, waves[_i].p, 1e-11);
    assert_near(t.effect, waves[_i].q / (double)(2 * waves[_i].forces), 1e-12);
    ck_assert(isnan(t.effect_interval.low) && isnan(t.effect_interval.high));
}
END_TEST

/* If each force's answers fall on the waves by chance, then Q is waves - 1 on average:
 * here over all 6^4 orders of the answers of four forces, exactly. */
START_TEST(test_cochran_q_over_all_orders)
{
    static const uint8_t orders[6][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2},
                                         {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    static const uint8_t found[4][3] = {{1, 0, 0}, {1, 1, 0}, {1, 0, 0}, {1, 1, 1}};
    double sum = 0;
    for (size_t code = 0; code < 1296; code++) {
        uint8_t answers[4 * 3];
        size_t rest = code;
        for (size_t i = 0; i < 12; i++) {
            answers[i] = found[i / 3][orders[rest % 6][i % 3]];
            rest = i % 3 == 2 ? rest / 6 : rest;
        }
        sum += cochran_q(answers, 4, 3).statistic;
    }
    assert_near(sum / 1296, 2, 1e-12);
}
END_TEST

START_TEST(test_cochran_q_heeds_what_it_should)
{
    static const size_t reordered[SERIES] = {0, 4, 1, 5, 2, 6, 3, 7}; /* the last wave first */
    for (int trial = 0; trial < TRIALS; trial++) {
        size_t found[SERIES], other[SERIES];
        uint8_t answers[FORCES_MAX * WAVES];
        fill_counts(found, SERIES, 6);
        found[1] += 1;
        struct change_test t = cochran_q(answers, write_answers(found, answers), WAVES);
        for (size_t i = 0; i < SERIES; i++)
            other[reordered[i]] = found[i];
        struct change_test u = cochran_q(answers, write_answers(other, answers), WAVES);
        ck_assert_double_eq_tol(u.statistic, t.statistic, 1e-12);
        for (size_t i = 0; i < SERIES; i++)
            other[SERIES - 1 - i] = found[i]; /* yes for no */
        u = cochran_q(answers, write_answers(other, answers), WAVES);
        ck_assert_double_eq_tol(u.statistic, t.statistic, 1e-12);
        memcpy(other, found, sizeof(other));
        other[SERIES - 1] += 20; /* forces that did not change */
        u = cochran_q(answers, write_answers(other, answers), WAVES);
        ck_assert_double_eq_tol(u.statistic, t.statistic, 1e-12);
        assert_near(u.effect * (double)u.n, t.effect * (double)t.n, 1e-12);
        ck_assert_uint_eq(u.n, t.n + 20);
    }
}
END_TEST

/* More than 100,000 forces: p is too small for a double. */
START_TEST(test_cochran_q_of_many)
{
    enum { TIMES = 2703, FORCES = 37 };
    static uint8_t answers[TIMES * FORCES * WAVES];
    for (size_t i = 0; i < TIMES; i++)
        write_answers(waves[0].of_series, answers + i * FORCES * WAVES);
    struct change_test t = cochran_q(answers, TIMES * FORCES, WAVES);
    assert_result(&t, TIMES * FORCES);
    assert_near(t.statistic, TIMES * waves[0].q, 1e-12);
    assert_near(t.effect, waves[0].q / (2 * FORCES), 1e-12);
    ck_assert(t.p < 1e-300);
}
END_TEST

START_TEST(test_cochran_q_undefined)
{
    const uint8_t answers[] = {1, 1, 1, 0, 0, 0};
    assert_undefined(cochran_q(answers, 3, 2), "there are fewer than three waves");
    assert_undefined(cochran_q(answers, 2, 3), "nobody changed position");
    assert_undefined(cochran_q(answers, 0, 3), "nobody answered every time");
    ck_assert_uint_eq(cochran_q(answers, 2, 3).n, 2);
}
END_TEST

/* Every outcome that these counts allow is as far from no change as every other. */
START_TEST(test_too_few)
{
    const size_t one_moved[9] = {[1] = 1, [4] = 3}, alone[9] = {[5] = 1};
    const size_t yes[3] = {1, 0, 0}, ones[3] = {1, 1, 1}, twos[3] = {1, 2, 1};
    const uint8_t one_changed[] = {1, 1, 1, 0, 0, 0, 1, 0, 0}, two_changed[] = {1, 1, 0, 1, 0, 0};
    assert_undefined(stuart_maxwell(one_moved, 3), "too few to test");
    assert_undefined(stuart_maxwell(alone, 3), "too few to test");
    assert_undefined(cochran_armitage(yes, ones, 3), "too few to test");
    ck_assert_ptr_null(cochran_armitage(yes, twos, 3).undefined);
    assert_undefined(cochran_q(one_changed, 3, 3), "too few to test");
    ck_assert_ptr_null(cochran_q(two_changed, 2, 3).undefined);
    ck_assert_uint_eq(cochran_q(one_changed, 3, 3).n, 3);
}
END_TEST

Suite *suite_stats_change_tests(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("stats/change_tests", &tcase);
    tcase_add_checked_fixture(tcase, start_counts, end_counts);
    ADD_TABLE_TEST(tcase, test_stuart_maxwell_published, margins);
    tcase_add_test(tcase, test_stuart_maxwell_of_two_and_three_categories);
    tcase_add_test(tcase, test_stuart_maxwell_heeds_neither_order_nor_direction);
    tcase_add_test(tcase, test_stuart_maxwell_undefined);
    ADD_TABLE_TEST(tcase, test_mcnemar_published, movers);
    tcase_add_test(tcase, test_mcnemar_by_brute_force);
    tcase_add_test(tcase, test_mcnemar_undefined);
    tcase_add_test(tcase, test_too_few);
    ADD_TABLE_TEST(tcase, test_cochran_armitage_published, trends);
    tcase_add_test(tcase, test_cochran_armitage_mirrored);
    tcase_add_test(tcase, test_cochran_armitage_slope_of_a_straight_line);
    tcase_add_test(tcase, test_cochran_armitage_undefined);
    ADD_TABLE_TEST(tcase, test_cochran_q_published, waves);
    tcase_add_test(tcase, test_cochran_q_over_all_orders);
    tcase_add_test(tcase, test_cochran_q_heeds_what_it_should);
    tcase_add_test(tcase, test_cochran_q_of_many);
    tcase_add_test(tcase, test_cochran_q_undefined);
    add_table_tests(suite);
    return suite;
}
