/* SPDX-License-Identifier: MIT
 * How far answers agree (RISK.md section 3). Pure functions over arrays: nothing here
 * knows what a force is. Units are rated by raters into categories 1 to `categories`;
 * 0 says that the rater gave none. Missing ratings are left out, never counted as a
 * category of their own.
 */
#ifndef CONCORD_STATS_AGREEMENT_H
#define CONCORD_STATS_AGREEMENT_H

#include "stats/interval.h"

#include <stdint.h>

enum { CATEGORIES_MAX = 8 };

/* Row by row: the rating of unit u by rater r is values[u * raters + r]. Borrowed. */
struct ratings {
    const uint8_t *values;
    size_t units, raters;
    int categories;
};

/* One unit's counts by category. Share of agreeing pairs among n >= 2 ratings:
 * sum c (c - 1) / (n (n - 1)). */
double pair_agreement(const uint32_t *counts, int categories);

/* -sum p log2 p in bits; 0 where nothing is counted. */
double entropy_bits(const uint32_t *counts, int categories);

/* H(column | row) in bits of a table of counts, row by row: H(S|A). With
 * I(S;A) = H(S) - H(S|A), never less than 0 but for rounding. */
double conditional_entropy_bits(const uint32_t *table, int rows, int columns);

enum agreement_statistic {
    AGREEMENT_PERCENT, /* mean over units of pair_agreement */
    AGREEMENT_ALPHA,   /* Krippendorff's alpha, nominal, missing ratings allowed (2011) */
    AGREEMENT_FLEISS,  /* Fleiss' kappa (1971), over units that every rater rated */
    AGREEMENT_AC1, /* Gwet's AC1 (2008), missing ratings allowed; q = the categories that occur */
    AGREEMENT_STATISTICS
};

/* A value, or undefined (a short sentence in plain words, static) and then no value. */
struct agreement {
    const char *undefined; /* NULL: defined */
    double value;
    size_t units;   /* that took part: with two ratings or more; for Fleiss the complete ones */
    size_t ratings; /* in these units */
};

/* All four over the whole table. Undefined: no unit with two ratings; alpha, kappa and AC1
 * with fewer than two such units, or with one category only in them; kappa without a complete
 * unit or with one rater. */
void agreement_of(const struct ratings *r, struct agreement ret[AGREEMENT_STATISTICS]);

/* What is drawn with replacement: forces are the raters or the units. */
enum resampled { RESAMPLE_UNITS, RESAMPLE_RATERS };

struct agreement_interval {
    struct interval interval; /* of the defined resamples; NaN where there is none */
    size_t undefined;         /* resamples without a value */
};

/* Percentile intervals from `resamples` bootstrap samples, gsl_rng_mt19937 with the
 * seed: the same seed gives the same intervals. Before drawing, what is drawn is put in order,
 * units by their counts and raters by their ratings of unit after unit, so that the order in
 * which those that are drawn are given changes nothing. A rater drawn twice counts as two raters.
 * Several tables of the same units and raters are drawn from together: each gets what it would get
 * alone. Time: resamples x units x raters at most. */
void agreement_bootstrap(const struct ratings *tables, size_t count, enum resampled what,
                         size_t resamples, unsigned long seed,
                         struct agreement_interval ret[][AGREEMENT_STATISTICS]);

#endif
