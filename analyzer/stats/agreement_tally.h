/* SPDX-License-Identifier: MIT
 * Sums over units from which all four statistics of agreement follow, so that a table and
 * its resamples are computed alike. Private to stats/.
 */
#ifndef CONCORD_STATS_AGREEMENT_TALLY_H
#define CONCORD_STATS_AGREEMENT_TALLY_H

#include "stats/agreement.h"

/* Over units with two ratings or more: "paired". With one or more: "rated". Which every
 * rater rated: "complete". */
struct agreement_tally {
    uint64_t paired, ratings, rated, complete;
    double agreement;                   /* sum of pair_agreement over paired units */
    double disagreement;                /* sum of (n^2 - sum c^2) / (n - 1) over them */
    uint64_t in_paired[CATEGORIES_MAX]; /* ratings by category */
    double shares[CATEGORIES_MAX];      /* sum of c / n over rated units */
    double complete_agreement;
    uint64_t in_complete[CATEGORIES_MAX];
};

/* Adds a unit `weight` times; raters: how many ratings make it complete. */
void tally_add(struct agreement_tally *t, const uint32_t *counts, int categories, uint64_t raters,
               uint64_t weight);

void tally_result(const struct agreement_tally *t, int categories, uint64_t raters,
                  struct agreement ret[AGREEMENT_STATISTICS]);

/* The counts by category of one unit. */
void count_ratings(const struct ratings *r, size_t unit, uint32_t counts[CATEGORIES_MAX]);

#endif
