/* SPDX-License-Identifier: MIT */
#include "stats/interval.h"

#include "suites.h"
#include "table.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

static void assert_limits(struct interval actual, double low, double high, double tolerance)
{
    ck_assert_double_eq_tol(actual.low, low, tolerance);
    ck_assert_double_eq_tol(actual.high, high, tolerance);
}

/* To four figures. 33/40 and 43/43: LAW.md e.3. The four that follow: Newcombe,
 * "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17
 * (1998) 857-872, table I, methods 3 (Wilson) and 5 (Clopper-Pearson). 0/25: Agresti,
 * Categorical Data Analysis (2002), 1.4.3. */
static const struct {
    size_t count, n;
    struct interval wilson, exact;
} shares[] = {
    {33, 40, {0.6805, 0.9125}, {0.6722, 0.9266}},
    {43, 43, {0.9180, 1}, {0.9178, 1}},
    {81, 263, {0.2553, 0.3662}, {0.2527, 0.3676}},
    {15, 148, {0.0624, 0.1605}, {0.0578, 0.1617}},
    {0, 20, {0, 0.1611}, {0, 0.1684}},
    {1, 29, {0.0061, 0.1718}, {0.0009, 0.1776}},
    {0, 25, {0, 0.1332}, {0, 0.1372}},
};

START_TEST(published_intervals_of_shares)
{
    struct interval wilson = shares[_i].wilson, exact = shares[_i].exact;
    assert_limits(wilson_interval((double)shares[_i].count, (double)shares[_i].n), wilson.low,
                  wilson.high, 5.1e-5);
    assert_limits(exact_interval(shares[_i].count, shares[_i].n), exact.low, exact.high, 5.1e-5);
}
END_TEST

/* Mendel's peas, which R's help page binom.test has from Conover (1971), p. 97. */
START_TEST(exact_interval_as_r_prints_it)
{
    assert_limits(exact_interval(682, 925), 0.7076683, 0.7654066, 5.1e-8);
}
END_TEST

START_TEST(normal_point)
{
    ck_assert_double_eq_tol(gsl_cdf_ugaussian_P(z_95), 0.975, 1e-15);
}
END_TEST

/* A limit p is where the share lies 1.96 of p's own standard deviations away. */
static void assert_score_limit(double p, double share, double n)
{
    ck_assert_double_eq_tol((share - p) * (share - p), z_95 * z_95 * p * (1 - p) / n, 1e-14);
}

START_TEST(wilson_limits_solve_the_score_equation)
{
    for (double n = 1; n < 60; n++)
        for (double count = 0; count <= n; count += 0.5) {
            struct interval limits = wilson_interval(count, n);
            assert_score_limit(limits.low, count / n, n);
            assert_score_limit(limits.high, count / n, n);
            ck_assert_double_ge(limits.low, 0);
            ck_assert_double_le(limits.low, count / n);
            ck_assert_double_ge(limits.high, count / n - 1e-15);
            ck_assert_double_gt(limits.high, limits.low);
            ck_assert_double_le(limits.high, 1);
        }
}
END_TEST

/* P(first <= X <= last), X binomial, added up term by term. */
static double binomial(size_t first, size_t last, size_t n, double p)
{
    double sum = 0, trials = (double)n;
    for (size_t i = first; i <= last; i++) {
        double k = (double)i;
        sum += exp(lgamma(trials + 1) - lgamma(k + 1) - lgamma(trials - k + 1) + k * log(p) +
                   (trials - k) * log1p(-p));
    }
    return sum;
}

/* Clopper and Pearson: the limits where 2.5 per cent lie at the count or beyond. */
static void assert_exact_limits(size_t count, size_t n, double tolerance)
{
    struct interval limits = exact_interval(count, n);
    if (count > 0)
        ck_assert_double_eq_tol(binomial(count, n, n, limits.low), 0.025, tolerance);
    if (count < n)
        ck_assert_double_eq_tol(binomial(0, count, n, limits.high), 0.025, tolerance);
    ck_assert_double_ge(limits.low, 0);
    ck_assert_double_lt(limits.low, limits.high);
    ck_assert_double_le(limits.high, 1);
}

START_TEST(exact_limits_cut_off_the_tails)
{
    for (size_t n = 1; n < 60; n++)
        for (size_t count = 0; count <= n; count++)
            assert_exact_limits(count, n, 1e-12);
}
END_TEST

/* At the second line's counts gsl_cdf_beta_Pinv of GSL 2.7.1 finds no limit. */
static const struct {
    size_t count, n;
} many[] = {{1, 100000}, {9100, 20000}, {30000, 50000}, {49999, 50000}, {50000, 100000},
            {180, 2000}, {1820, 2000},  {4975, 5000},   {17000, 50000}};

START_TEST(exact_limits_of_many)
{
    assert_exact_limits(many[_i].count, many[_i].n, 1e-7);
}
END_TEST

START_TEST(none_and_all)
{
    for (size_t n = 1; n < 2000; n++) {
        double root = pow(0.025, 1 / (double)n);
        assert_limits(exact_interval(0, n), 0, 1 - root, 1e-13);
        assert_limits(exact_interval(n, n), root, 1, 1e-13);
        double z2_n = z_95 * z_95 / (double)n;
        assert_limits(wilson_interval(0, (double)n), 0, z2_n / (1 + z2_n), 1e-15);
        assert_limits(wilson_interval((double)n, (double)n), 1 / (1 + z2_n), 1, 1e-15);
        /* Not beside them by rounding. */
        ck_assert_double_le(wilson_interval(0, (double)n).low, 0);
        ck_assert_double_ge(wilson_interval((double)n, (double)n).high, 1);
    }
}
END_TEST

/* R: quantile(x, c(.025, .975)), type 7: the point at (n - 1) p between those in order,
 * here written out by hand. */
enum { VALUES_MAX = 41 };
static const struct {
    size_t count;
    double values[VALUES_MAX];
    double low, high;
} samples[] = {
    {1, {-3}, -3, -3},
    {2, {2, 1}, 1.025, 1.975},
    {3, {5, 5, 5}, 5, 5},
    {5, {1e3, 0, -10, 20, 7}, -9, 902},
    {10, {3, 1, 2, 10, 9, 8, 4, 5, 7, 6}, 1.225, 9.775},
    {41,
     {40, 39, 38, 37, 36, 35, 34, 33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20,
      19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9,  8,  7,  6,  5,  4,  3,  2,  1,  0},
     1,
     39},
};

START_TEST(percentiles_by_hand)
{
    double values[VALUES_MAX];
    for (size_t i = 0; i < samples[_i].count; i++)
        values[i] = samples[_i].values[i];
    assert_limits(percentile_interval(values, samples[_i].count), samples[_i].low, samples[_i].high,
                  1e-12);
    for (size_t i = 1; i < samples[_i].count; i++)
        ck_assert_double_le(values[i - 1], values[i]);
}
END_TEST

/* Of the values 0, 1, 4, 9, ... in disorder, so that the place is seen in the value. */
START_TEST(percentiles_of_any_count)
{
    enum { COUNT_MAX = 300 };
    double squares[COUNT_MAX];
    for (size_t count = 1; count <= COUNT_MAX; count++) {
        for (size_t i = 0; i < count; i++) /* 7919 is prime, and more than COUNT_MAX */
            squares[i] = pow((double)(i * 7919 % count), 2);
        double low = 0.025 * (double)(count - 1), high = 0.975 * (double)(count - 1);
        /* Between k^2 and (k + 1)^2 on a straight line. */
        double low_k = floor(low), high_k = floor(high);
        assert_limits(percentile_interval(squares, count),
                      low_k * low_k + (low - low_k) * (2 * low_k + 1),
                      high_k * high_k + (high - high_k) * (2 * high_k + 1), 1e-8);
    }
}
END_TEST

Suite *suite_stats_interval(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("stats/interval", &tcase);
    ADD_TABLE_TEST(tcase, published_intervals_of_shares, shares);
    tcase_add_test(tcase, exact_interval_as_r_prints_it);
    tcase_add_test(tcase, normal_point);
    tcase_add_test(tcase, wilson_limits_solve_the_score_equation);
    tcase_add_test(tcase, exact_limits_cut_off_the_tails);
    ADD_TABLE_TEST(tcase, exact_limits_of_many, many);
    tcase_add_test(tcase, none_and_all);
    ADD_TABLE_TEST(tcase, percentiles_by_hand, samples);
    tcase_add_test(tcase, percentiles_of_any_count);
    return suite;
}
