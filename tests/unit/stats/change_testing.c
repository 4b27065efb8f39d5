/* SPDX-License-Identifier: MIT */
#include "change_testing.h"

#include <gsl/gsl_rng.h>
#include <math.h>

static gsl_rng *rng;

void start_counts(void)
{
    rng = gsl_rng_alloc(gsl_rng_mt19937);
    gsl_rng_set(rng, 20241112);
}

void end_counts(void)
{
    gsl_rng_free(rng);
}

void fill_counts(size_t *cells, size_t count, size_t limit)
{
    for (size_t i = 0; i < count; i++)
        cells[i] = gsl_rng_uniform_int(rng, limit);
}

void assert_near(double actual, double expected, double tolerance)
{
    ck_assert_double_eq_tol(actual, expected, tolerance * fmax(fabs(expected), 1e-300));
}

void assert_interval(struct interval actual, double low, double high, double tolerance)
{
    ck_assert_double_eq_tol(actual.low, low, tolerance);
    ck_assert_double_eq_tol(actual.high, high, tolerance);
}

void assert_mirrored(const struct change_test *mirrored, const struct change_test *t)
{
    assert_near(mirrored->p, t->p, 1e-9);
    ck_assert_double_eq_tol(mirrored->effect, -t->effect, 1e-12);
    assert_interval(mirrored->effect_interval, -t->effect_interval.high, -t->effect_interval.low,
                    1e-12);
}

void assert_result(const struct change_test *t, size_t n)
{
    ck_assert_ptr_null(t->undefined);
    ck_assert_uint_eq(t->n, n);
    ck_assert(t->p >= 0 && t->p <= 1);
    assert_near(t->p_interval.low, t->p, 1e-15);
    assert_near(t->p_interval.high, t->p, 1e-15);
}

void assert_undefined(struct change_test t, const char *why)
{
    ck_assert_ptr_nonnull(t.undefined);
    ck_assert_str_eq(t.undefined, why);
    ck_assert_int_eq(t.degrees, 0);
    ck_assert(isnan(t.statistic) && isnan(t.p) && isnan(t.effect));
    ck_assert(isnan(t.p_interval.low) && isnan(t.p_interval.high));
    ck_assert(isnan(t.effect_interval.low) && isnan(t.effect_interval.high));
}
