/* SPDX-License-Identifier: MIT */
#include "stats/change_tests.h"

#include "base/memory.h"
#include "stats/change_result.h"

#include <assert.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_sf_gamma.h>
#include <limits.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>

/* Two tables whose probabilities differ by less, relatively, are equally probable: the
 * difference is rounding. */
static const double tolerance = 1e-7;

static double square(double x)
{
    return x * x;
}

/* Newcombe (1998), method 10: from the Wilson intervals of the two shares. */
static struct interval newcombe_interval(size_t yes_1, size_t n_1, size_t yes_2, size_t n_2)
{
    struct interval w_1 = wilson_interval((double)yes_1, (double)n_1);
    struct interval w_2 = wilson_interval((double)yes_2, (double)n_2);
    double share_1 = (double)yes_1 / (double)n_1, share_2 = (double)yes_2 / (double)n_2;
    double down = sqrt(square(share_2 - w_2.low) + square(w_1.high - share_1));
    double up = sqrt(square(w_2.high - share_2) + square(share_1 - w_1.low));
    double difference = share_2 - share_1;
    return (struct interval){difference - down, difference + up};
}

/* The tables with the margins of yes_1 out of n_1 among yes_all out of n_1 + n_2 that
 * are no more probable. */
static double fisher_p(size_t yes_1, size_t n_1, size_t n_2, size_t yes_all)
{
    size_t least = yes_all > n_2 ? yes_all - n_2 : 0;
    size_t most = yes_all < n_1 ? yes_all : n_1;
    unsigned size_1 = (unsigned)n_1, size_2 = (unsigned)n_2, drawn = (unsigned)yes_all;
    double limit = gsl_ran_hypergeometric_pdf((unsigned)yes_1, size_1, size_2, drawn);
    limit *= 1 + tolerance;
    double p = 0;
    for (size_t yes = least; yes <= most; yes++) {
        double probability = gsl_ran_hypergeometric_pdf((unsigned)yes, size_1, size_2, drawn);
        if (probability <= limit)
            p += probability;
    }
    return p;
}

/* Is one table with these margins less probable than another? */
static bool tables_differ(size_t n_1, size_t n_2, size_t yes_all)
{
    size_t least = yes_all > n_2 ? yes_all - n_2 : 0;
    size_t most = yes_all < n_1 ? yes_all : n_1;
    return most - least > 1 || fisher_p(least, n_1, n_2, yes_all) < 1 - tolerance ||
           fisher_p(most, n_1, n_2, yes_all) < 1 - tolerance;
}

struct change_test fisher_exact(size_t yes_1, size_t no_1, size_t yes_2, size_t no_2)
{
    size_t n_1 = yes_1 + no_1, n_2 = yes_2 + no_2, n = n_1 + n_2, yes_all = yes_1 + yes_2;
    assert(n <= UINT_MAX);
    if (n_1 == 0 || n_2 == 0)
        return change_result("one of the groups is empty", n);
    if (yes_all == 0 || yes_all == n)
        return change_result("all answers are alike", n);
    if (!tables_differ(n_1, n_2, yes_all))
        return change_result(too_few_to_test, n);
    struct change_test test = change_result(NULL, n);
    change_set_p(&test, fisher_p(yes_1, n_1, n_2, yes_all));
    test.effect = (double)yes_2 / (double)n_2 - (double)yes_1 / (double)n_1;
    test.effect_interval = newcombe_interval(yes_1, n_1, yes_2, n_2);
    return test;
}

struct table {
    const size_t *cells; /* groups x categories, row by row */
    size_t groups, categories, n;
};

static size_t group_total(const struct table *t, size_t group)
{
    size_t total = 0;
    for (size_t j = 0; j < t->categories; j++)
        total += t->cells[group * t->categories + j];
    return total;
}

static size_t category_total(const struct table *t, size_t category)
{
    size_t total = 0;
    for (size_t i = 0; i < t->groups; i++)
        total += t->cells[i * t->categories + category];
    return total;
}

/* Of the groups and of the categories that are not empty, the fewer. */
static size_t smaller_side(const struct table *t)
{
    size_t groups = 0, categories = 0;
    for (size_t i = 0; i < t->groups; i++)
        groups += group_total(t, i) > 0;
    for (size_t j = 0; j < t->categories; j++)
        categories += category_total(t, j) > 0;
    return groups < categories ? groups : categories;
}

/* Where no group, or no category, has more than one, all tables are equally probable. */
static bool is_testable(const struct table *t)
{
    bool has_group = false, has_category = false;
    for (size_t i = 0; i < t->groups; i++)
        has_group |= group_total(t, i) > 1;
    for (size_t j = 0; j < t->categories; j++)
        has_category |= category_total(t, j) > 1;
    return has_group && has_category;
}

static double cramers_v(const struct table *t)
{
    double phi_square = 0;
    for (size_t i = 0; i < t->groups; i++) {
        for (size_t j = 0; j < t->categories; j++) {
            double margins = (double)group_total(t, i) * (double)category_total(t, j);
            double cell = (double)t->cells[i * t->categories + j];
            if (margins > 0)
                phi_square += square(cell - margins / (double)t->n) / margins;
        }
    }
    return sqrt(phi_square / (double)(smaller_side(t) - 1));
}

/* ln 0! to ln n!; the caller frees it. */
static double *log_factorials(size_t n)
{
    double *logs = memory_new(n + 1, sizeof(*logs));
    for (size_t i = 0; i <= n; i++)
        logs[i] = gsl_sf_lnfact((unsigned)i);
    return logs;
}

/* Of tables with the same margins, the probability is proportional to 1 / prod(cell!);
 * this is the logarithm of the product: the higher, the less probable. */
static double improbability(const size_t *cells, size_t count, const double *logs)
{
    double total = 0;
    for (size_t i = 0; i < count; i++)
        total += logs[cells[i]];
    return total;
}

/* The category of each individual, group by group; the caller frees it. */
static uint8_t *labels_new(const struct table *t)
{
    uint8_t *labels = memory_new(t->n, sizeof(*labels)), *end = labels;
    for (size_t i = 0; i < t->groups * t->categories; i++) {
        memset(end, (int)(i % t->categories), t->cells[i]);
        end += t->cells[i];
    }
    return labels;
}

/* The table of the labels, given to the individuals in their order. */
static void count_labels(const struct table *t, const uint8_t *labels, size_t *ret_cells)
{
    memset(ret_cells, 0, t->groups * t->categories * sizeof(*ret_cells));
    for (size_t i = 0; i < t->groups; i++) {
        const uint8_t *end = labels + group_total(t, i);
        for (; labels < end; labels++)
            ret_cells[i * t->categories + *labels]++;
    }
}

/* How many of the random tables are no more probable than the one that was found. */
static size_t count_improbable(const struct table *t, size_t permutations, gsl_rng *rng)
{
    size_t count = t->groups * t->categories, found = 0;
    double *logs __attribute__((cleanup(memory_release))) = log_factorials(t->n);
    uint8_t *labels __attribute__((cleanup(memory_release))) = labels_new(t);
    size_t *cells __attribute__((cleanup(memory_release))) = memory_new(count, sizeof(*cells));
    double limit = improbability(t->cells, count, logs) - tolerance;
    for (size_t i = 0; i < permutations; i++) {
        gsl_ran_shuffle(rng, labels, t->n, sizeof(*labels));
        count_labels(t, labels, cells);
        found += improbability(cells, count, logs) >= limit;
    }
    return found;
}

struct change_test fisher_freeman_halton(const size_t *table, size_t groups, size_t categories,
                                         size_t permutations, unsigned long seed)
{
    assert(categories <= UINT8_MAX);
    struct table t = {table, groups, categories, 0};
    for (size_t i = 0; i < groups; i++)
        t.n += group_total(&t, i);
    assert(t.n <= UINT_MAX);
    if (smaller_side(&t) < 2)
        return change_result("there are fewer than two groups or two categories", t.n);
    if (!is_testable(&t))
        return change_result(too_few_to_test, t.n);
    if (permutations == 0)
        return change_result("no random tables were asked for", t.n);

    gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
    gsl_rng_set(rng, seed);
    size_t found = count_improbable(&t, permutations, rng);
    gsl_rng_free(rng);

    struct change_test test = change_result(NULL, t.n);
    test.p = (1 + (double)found) / (1 + (double)permutations);
    test.p_interval = wilson_interval((double)found, (double)permutations);
    test.effect = cramers_v(&t);
    return test;
}
