/* SPDX-License-Identifier: MIT
 * Tests of change (RISK.md section 4), each with its effect size and n. Pure functions
 * over counts. A p-value is two-sided and says how often chance alone would give a result
 * at least as far from no change, nothing more. Where all outcomes that the
 * counts allow are alike in that, there is none: too few to test.
 */
#ifndef CONCORD_STATS_CHANGE_TESTS_H
#define CONCORD_STATS_CHANGE_TESTS_H

#include "stats/interval.h"

#include <stdint.h>

enum { CHANGE_CATEGORIES_MAX = 8, CHANGE_WAVES_MAX = 64 };

struct change_test {
    const char *undefined; /* why there is no result, in plain words (static); NULL: there is one */
    size_t n;              /* what was counted: pairs, forces, answers */
    double statistic;      /* chi-square, z or Q; NaN for exact tests */
    int degrees;           /* of freedom; 0: none */
    double p;
    struct interval p_interval; /* of a permutation test, else both equal p */
    double effect;
    struct interval effect_interval; /* NaN: none */
};

/* Marginal homogeneity of paired answers, after Stuart (1955) and Maxwell (1970). `pairs`
 * is square, row by row: pairs[from * categories + to]. Categories in which nobody moved
 * are left out. Effect: the share that moved, Wilson interval. Undefined: no pair; nobody
 * moved. */
struct change_test stuart_maxwell(const size_t *pairs, size_t categories);

/* Paired yes or no: `towards` changed from no to yes, `away` from yes to no, of n pairs.
 * Exact binomial test of the movers (two-sided, doubling the smaller tail, at most 1).
 * Effect: the share of the movers that moved towards yes, exact interval. Undefined:
 * nobody moved. */
struct change_test mcnemar_exact(size_t towards, size_t away, size_t n);

/* Trend of the share of yes over groups with scores 1, 2, 3 ... (Cochran 1954, Armitage
 * 1955; without the factor n/(n-1), as R's prop.trend.test). Effect: the slope of the share
 * per step, weighted least squares, interval from its variance without a trend.
 * statistic: z. Undefined: fewer than three groups with answers; all yes or all no. */
struct change_test cochran_armitage(const size_t *yes, const size_t *n, size_t groups);

/* The same forces over three or more waves, yes 1 or no 0, forces x waves, row by row
 * (Cochran 1950). statistic: Q. Effect: Q / (n (waves - 1)), n all forces given, no interval.
 * Undefined: fewer than three waves; nobody changed. */
struct change_test cochran_q(const uint8_t *answers, size_t forces, size_t waves);

/* Two independent groups, yes and no of each: Fisher's exact test, two-sided by adding the
 * tables that are no more probable (as R, relative tolerance 1e-7). Effect: the second
 * group's share less the first's, interval after Newcombe (1998, method 10). Undefined: a
 * group is empty, or all answers are alike. */
struct change_test fisher_exact(size_t yes_1, size_t no_1, size_t yes_2, size_t no_2);

/* Groups x categories, row by row: Fisher-Freeman-Halton (1951) by `permutations` random
 * tables with the same margins, gsl_rng_mt19937 with the seed. p = (1 + tables no more
 * probable) / (1 + permutations); p_interval: Wilson over the permutations. Effect: Cramer's
 * V, no interval. Empty rows and columns are left out. Undefined: fewer than two groups or
 * two categories. */
struct change_test fisher_freeman_halton(const size_t *table, size_t groups, size_t categories,
                                         size_t permutations, unsigned long seed);

#endif
