/* SPDX-License-Identifier: MIT
 * How much the exposure of a tool depends on what was assumed (RISK.md section 1): Monte
 * Carlo over the assumptions, and each assumption moved alone.
 */
#ifndef CONCORD_STATS_SENSITIVITY_H
#define CONCORD_STATS_SENSITIVITY_H

#include "stats/exposure.h"

/* 0 < low <= high for each. */
struct exposure_ranges {
    double low[EXPOSURE_PARAMETERS], high[EXPOSURE_PARAMETERS];
};

struct sensitivity {
    size_t draws; /* fewer than asked for where there are very many forces */
    struct interval leaked_bits;
    struct interval p_use; /* NaN without an NCND force */
};

/* Every assumption drawn log-uniformly from its range, all at once; gsl_rng_mt19937 with the
 * seed. Percentile intervals. At least one force must have a position; draws >= 1. */
struct sensitivity exposure_sensitivity(const struct exposure_ranges *ranges,
                                        const struct answers *answers, size_t draws,
                                        unsigned long seed);

/* Leaked bits with one assumption at the ends of its range, the others as in the model. */
struct interval exposure_swing(const struct exposure_model *model,
                               const struct exposure_ranges *ranges, const struct answers *answers,
                               enum exposure_parameter which);

#endif
