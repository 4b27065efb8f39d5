/* SPDX-License-Identifier: MIT
 * How the tests of change fill in their result; for change_tests.c and tables.c only.
 */
#ifndef CONCORD_STATS_CHANGE_RESULT_H
#define CONCORD_STATS_CHANGE_RESULT_H

#include "stats/change_tests.h"

#include <math.h>

/* Where every outcome that such counts allow is as far from no change as every other. */
static const char too_few_to_test[] = "too few to test";

/* No result, and why: every number but n is NaN. With NULL: a result to be filled in. */
static inline struct change_test change_result(const char *undefined, size_t n)
{
    const double none = (double)NAN;
    return (struct change_test){.undefined = undefined,
                                .n = n,
                                .statistic = none,
                                .p = none,
                                .p_interval = {none, none},
                                .effect = none,
                                .effect_interval = {none, none}};
}

/* A p-value that is worked out, not estimated. Rounding may carry a sum of
 * probabilities past 1. */
static inline void change_set_p(struct change_test *test, double p)
{
    test->p = fmin(p, 1);
    test->p_interval = (struct interval){test->p, test->p};
}

#endif
