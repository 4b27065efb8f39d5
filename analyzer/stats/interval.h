/* SPDX-License-Identifier: MIT
 * What every statistic is given as: a value with its interval, or the reason why it is
 * undefined. All intervals are of 95 per cent.
 */
#ifndef CONCORD_STATS_INTERVAL_H
#define CONCORD_STATS_INTERVAL_H

#include <stddef.h>

struct interval {
    double low, high;
};

/* The standard normal's 97.5 per cent point. */
extern const double z_95;

/* A share of n >= 1 after Wilson (1927), score interval without continuity correction. */
struct interval wilson_interval(double count, double n);

/* The same after Clopper and Pearson (1934), exact. */
struct interval exact_interval(size_t count, size_t n);

/* The 2.5 and 97.5 per cent points of values, which are sorted in place; count >= 1
 * (gsl_stats_quantile_from_sorted_data, R's type 7). */
struct interval percentile_interval(double *values, size_t count);

#endif
