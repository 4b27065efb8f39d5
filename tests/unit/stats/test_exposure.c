/* SPDX-License-Identifier: MIT */
#include "stats/exposure.h"

#include "stats/sensitivity.h"
#include "suites.h"
#include "table.h"

#include <gsl/gsl_math.h>
#include <gsl/gsl_sf_gamma.h>

static const struct exposure_model defaults = {.of = {1, 1, 9, 1, 1, 1, 3, 10}};

static struct exposure exposure_of_counts(const struct exposure_model *model, size_t c, size_t d,
                                          size_t n)
{
    struct answers answers = {.counts = {c, d, n}};
    return exposure_of(model, &answers);
}

/* RISK.md section 1: the values to pin. */
static const struct {
    double a_1, b_1, a_0, b_0;
    size_t c, d, n;
    double p;
    size_t low, high;
    double leaked, prior;
} pinned[] = {
    {1, 1, 1, 1, 0, 0, 10, 0.500000, 0, 10, 0.0000, 10},
    {1, 1, 1, 1, 0, 1, 10, 0.433696, 0, 10, 1.1272, 11},
    {1, 1, 1, 1, 11, 0, 32, 0.681642, 1, 32, 14.1172, 43},
    {9, 1, 1, 1, 0, 0, 10, 0.668865, 0, 10, 0.8392, 10},
    {9, 1, 1, 1, 2, 3, 40, 0.699848, 5, 40, 9.7409, 45},
    {9, 1, 1, 1, 10, 2, 30, 0.841085, 12, 30, 23.0488, 42},
    {9, 1, 1, 3, 5, 30, 8, 0.775576, 2, 8, 36.8547, 43},
};

START_TEST(test_pinned_values)
{
    struct exposure_model model = {
        .of = {1, 1, pinned[_i].a_1, pinned[_i].b_1, pinned[_i].a_0, pinned[_i].b_0, 3, 10}};
    struct exposure e = exposure_of_counts(&model, pinned[_i].c, pinned[_i].d, pinned[_i].n);
    ck_assert_double_eq_tol(e.p_use, pinned[_i].p, 5e-7);
    ck_assert_uint_eq(e.users.low, pinned[_i].low);
    ck_assert_uint_eq(e.users.high, pinned[_i].high);
    ck_assert_double_eq_tol(e.leaked_bits, pinned[_i].leaked, 5e-5);
    ck_assert_double_eq_tol(e.prior_bits, pinned[_i].prior, 1e-12);
}
END_TEST

/* The formula as RISK.md writes it, one term. */
static double log_term(const double *of, struct position_counts counts, size_t k)
{
    double c = (double)counts.confirming, d = (double)counts.denying, n = (double)counts.ncnd;
    double users = (double)k;
    return gsl_sf_lnchoose((unsigned)counts.ncnd, (unsigned)k) +
           gsl_sf_lnbeta(of[PARAMETER_A_P] + c + users, of[PARAMETER_B_P] + d + n - users) +
           gsl_sf_lnbeta(of[PARAMETER_A_1] + users, of[PARAMETER_B_1] + c) +
           gsl_sf_lnbeta(of[PARAMETER_A_0] + n - users, of[PARAMETER_B_0] + d);
}

static double expected_by_definition(const double *of, struct position_counts counts)
{
    double largest = -(double)INFINITY, sum = 0, expected = 0;
    for (size_t k = 0; k <= counts.ncnd; k++)
        largest = GSL_MAX(largest, log_term(of, counts, k));
    for (size_t k = 0; k <= counts.ncnd; k++) {
        double weight = exp(log_term(of, counts, k) - largest);
        sum += weight;
        expected += (double)k * weight;
    }
    return expected / sum;
}

static const struct {
    struct exposure_model model;
    struct position_counts counts;
} formula_examples[] = {
    {{{1, 1, 9, 1, 1, 1, 3, 10}}, {0, 0, 1}},
    {{{1, 1, 9, 1, 1, 1, 3, 10}}, {7, 0, 38}},
    {{{0.5, 3, 4, 0.7, 2.5, 0.5, 3, 10}}, {3, 19, 23}},
    {{{2, 6, 30, 3, 0.5, 3, 3, 10}}, {0, 44, 1}},
    {{{1, 1, 9, 1, 1, 1, 3, 10}}, {200, 300, 4000}},
};

START_TEST(test_is_the_formula)
{
    const double *of = formula_examples[_i].model.of;
    struct position_counts counts = formula_examples[_i].counts;
    double expected = expected_by_definition(of, counts);
    struct users_posterior got = exposure_posterior(&formula_examples[_i].model, counts);
    ck_assert_double_eq_tol(got.expected / expected, 1, 1e-10);
}
END_TEST

/* One NCND force and one that has denied, with and without evidence of its own: the
 * figures of tests/cases/37. */
START_TEST(test_evidence_of_its_own)
{
    struct exposure plain = exposure_of_counts(&defaults, 0, 1, 1);
    ck_assert_double_eq_tol(plain.p_use, 0.574468, 5e-7);
    ck_assert_double_eq_tol(plain.posterior_bits, 0.983939, 5e-7);
    struct evidence_count press = {.third_party = 1};
    struct answers answers = {.counts = {0, 1, 1}, .evidence = &press, .evidence_count = 1};
    struct exposure e = exposure_of(&defaults, &answers);
    ck_assert_double_eq(e.p_use, plain.p_use);
    ck_assert_double_eq_tol(e.posterior_bits, 0.717950, 5e-7);
    double odds = plain.p_use / (1 - plain.p_use);
    struct evidence_count both = {.third_party = 2, .collaboration = 1};
    ck_assert_double_eq_tol(exposure_with_evidence(&defaults, plain.p_use, both),
                            90 * odds / (1 + 90 * odds), 1e-15);
    struct evidence_count very_many = {.third_party = 5000};
    ck_assert_double_eq(exposure_with_evidence(&defaults, plain.p_use, very_many), 1);
}
END_TEST

START_TEST(test_undefined)
{
    struct exposure nobody = exposure_of_counts(&defaults, 0, 0, 0);
    ck_assert_double_nan(nobody.p_use);
    ck_assert_double_nan(nobody.min_entropy_leakage);
    ck_assert_double_eq(nobody.leaked_bits, 0);
    struct exposure no_ncnd = exposure_of_counts(&defaults, 2, 3, 0);
    ck_assert_double_nan(no_ncnd.p_use);
    ck_assert_double_nan(no_ncnd.decodability);
    ck_assert_double_eq_tol(no_ncnd.leaked_bits, 5, 1e-15);
    ck_assert_double_eq_tol(no_ncnd.min_entropy_leakage, 1, 1e-15);
}
END_TEST

/* By hand: V_prior = 1/2; the denier is certain, the other known to 0.574468. */
START_TEST(test_min_entropy_leakage)
{
    struct exposure e = exposure_of_counts(&defaults, 0, 1, 1);
    ck_assert_double_eq_tol(e.min_entropy_leakage, log2((1 + e.p_use) / 2 / 0.5), 1e-15);
}
END_TEST

START_TEST(test_ncnd_alone_says_nothing_beyond_the_base_rate)
{
    for (size_t n = 1; n < 60; n++)
        ck_assert_double_eq(exposure_of_counts(&defaults, 0, 0, n).decodability, 1);
}
END_TEST

START_TEST(test_a_denial_never_lowers_the_decodability_ratio)
{
    for (size_t c = 0; c < 20; c++)
        for (size_t n = 1; n < 45; n++)
            for (size_t d = 0; d < 20; d++) {
                double before = exposure_of_counts(&defaults, c, d, n).decodability;
                double after = exposure_of_counts(&defaults, c, d + 1, n).decodability;
                ck_assert_msg(after >= before, "c %zu, d %zu, n %zu: %.17g, then %.17g", c, d, n,
                              before, after);
            }
}
END_TEST

/* Log-sum-exp holds, whatever lies far out. */
START_TEST(test_stable_for_many_forces)
{
    static const struct position_counts many[] = {
        {0, 0, 100000}, {50000, 0, 100000}, {0, 99999, 100000}, {1, 1, 100000}, {90000, 90000, 1}};
    for (size_t i = 0; i < LENGTH_OF(many); i++) {
        struct answers answers = {.counts = many[i]};
        struct exposure e = exposure_of(&defaults, &answers);
        ck_assert_double_finite(e.users.expected);
        ck_assert_double_finite(e.decodability);
        ck_assert_double_ge(e.users.expected, 0);
        ck_assert_double_le(e.p_use, 1);
        ck_assert_uint_le(e.users.low, e.users.high);
        ck_assert_uint_le(e.users.high, many[i].ncnd);
    }
    /* With priors that settle the matter the share is theirs: t1 near 1, t0 near 1. */
    struct exposure_model settled = {.of = {1000, 3000, 1e9, 1, 1e9, 1, 3, 10}};
    struct exposure e = exposure_of_counts(&settled, 0, 0, 100000);
    ck_assert_double_eq_tol(e.p_use, 0.25, 1e-4);
}
END_TEST

static const struct exposure_ranges ranges = {.low = {0.5, 0.5, 3, 0.5, 0.5, 0.5, 1, 2},
                                              .high = {3, 3, 30, 3, 3, 3, 10, 50}};

START_TEST(test_sensitivity_is_repeatable)
{
    struct evidence_count press = {.third_party = 1};
    struct answers answers = {.counts = {2, 3, 40}, .evidence = &press, .evidence_count = 1};
    struct sensitivity a = exposure_sensitivity(&ranges, &answers, 2000, 7);
    struct sensitivity b = exposure_sensitivity(&ranges, &answers, 2000, 7);
    struct sensitivity c = exposure_sensitivity(&ranges, &answers, 2000, 8);
    ck_assert_double_eq(a.leaked_bits.low, b.leaked_bits.low);
    ck_assert_double_eq(a.p_use.high, b.p_use.high);
    ck_assert_double_ne(a.leaked_bits.low, c.leaked_bits.low);
    ck_assert_double_eq_tol(a.leaked_bits.low, c.leaked_bits.low, 1);
    ck_assert_double_lt(a.leaked_bits.low, exposure_of(&defaults, &answers).leaked_bits);
    ck_assert_double_gt(a.leaked_bits.high, exposure_of(&defaults, &answers).leaked_bits);
}
END_TEST

/* Ranges without width leave one value. */
START_TEST(test_sensitivity_of_fixed_assumptions)
{
    struct exposure_ranges fixed;
    for (int i = 0; i < EXPOSURE_PARAMETERS; i++)
        fixed.low[i] = fixed.high[i] = defaults.of[i];
    struct answers answers = {.counts = {2, 3, 40}};
    struct sensitivity s = exposure_sensitivity(&fixed, &answers, 10, 1);
    struct exposure e = exposure_of(&defaults, &answers);
    ck_assert_double_eq_tol(s.leaked_bits.low, e.leaked_bits, 1e-12);
    ck_assert_double_eq_tol(s.leaked_bits.high, e.leaked_bits, 1e-12);
    for (int i = 0; i < EXPOSURE_PARAMETERS; i++) {
        struct interval swing =
            exposure_swing(&defaults, &fixed, &answers, (enum exposure_parameter)i);
        ck_assert_double_eq(swing.low, e.leaked_bits);
        ck_assert_double_eq(swing.high, e.leaked_bits);
    }
    struct interval swing = exposure_swing(&defaults, &ranges, &answers, PARAMETER_B_0);
    ck_assert_double_gt(fabs(swing.high - swing.low), 0.01);
}
END_TEST

/* The work is bounded: with very many forces fewer draws are made, and said. */
START_TEST(test_sensitivity_says_how_often_it_drew)
{
    struct answers few = {.counts = {2, 3, 40}}, many = {.counts = {0, 0, 100000}};
    ck_assert_uint_eq(exposure_sensitivity(&ranges, &few, 100, 1).draws, 100);
    size_t draws = exposure_sensitivity(&ranges, &many, 10000, 1).draws;
    ck_assert_uint_gt(draws, 100);
    ck_assert_uint_lt(draws, 10000);
}
END_TEST

Suite *suite_stats_exposure(void)
{
    TCase *tcase = NULL;
    Suite *suite = suite_with_case("stats/exposure", &tcase);
    ADD_TABLE_TEST(tcase, test_pinned_values, pinned);
    ADD_TABLE_TEST(tcase, test_is_the_formula, formula_examples);
    tcase_add_test(tcase, test_evidence_of_its_own);
    tcase_add_test(tcase, test_undefined);
    tcase_add_test(tcase, test_min_entropy_leakage);
    tcase_add_test(tcase, test_ncnd_alone_says_nothing_beyond_the_base_rate);
    tcase_add_test(tcase, test_a_denial_never_lowers_the_decodability_ratio);
    tcase_add_test(tcase, test_stable_for_many_forces);
    tcase_add_test(tcase, test_sensitivity_is_repeatable);
    tcase_add_test(tcase, test_sensitivity_of_fixed_assumptions);
    tcase_add_test(tcase, test_sensitivity_says_how_often_it_drew);
    return suite;
}
