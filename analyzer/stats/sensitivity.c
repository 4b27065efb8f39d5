/* SPDX-License-Identifier: MIT */
#include "stats/sensitivity.h"

#include "base/memory.h"

#include <gsl/gsl_math.h>
#include <gsl/gsl_rng.h>

enum { MOST_TERMS = 20000000 }; /* of all posteriors together: about half a second */

static struct exposure_model draw_model(const struct exposure_ranges *ranges, gsl_rng *random)
{
    struct exposure_model model;
    for (int i = 0; i < EXPOSURE_PARAMETERS; i++) {
        double share = gsl_rng_uniform(random);
        model.of[i] = ranges->low[i] * pow(ranges->high[i] / ranges->low[i], share);
    }
    return model;
}

struct sensitivity exposure_sensitivity(const struct exposure_ranges *ranges,
                                        const struct answers *answers, size_t draws,
                                        unsigned long seed)
{
    size_t most = MOST_TERMS / (answers->counts.ncnd + 1) + 1;
    struct sensitivity result = {.draws = GSL_MIN(draws, most),
                                 .p_use = {(double)NAN, (double)NAN}};
    double *bits __attribute__((cleanup(memory_release))) = memory_new(result.draws, sizeof *bits);
    double *p __attribute__((cleanup(memory_release))) = memory_new(result.draws, sizeof *p);
    gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
    gsl_rng_set(random, seed);
    for (size_t i = 0; i < result.draws; i++) {
        struct exposure_model model = draw_model(ranges, random);
        struct exposure e = exposure_of(&model, answers);
        bits[i] = e.leaked_bits;
        p[i] = e.p_use;
    }
    gsl_rng_free(random);
    result.leaked_bits = percentile_interval(bits, result.draws);
    if (answers->counts.ncnd)
        result.p_use = percentile_interval(p, result.draws);
    return result;
}

struct interval exposure_swing(const struct exposure_model *model,
                               const struct exposure_ranges *ranges, const struct answers *answers,
                               enum exposure_parameter which)
{
    struct exposure_model at = *model;
    at.of[which] = ranges->low[which];
    double low = exposure_of(&at, answers).leaked_bits;
    at.of[which] = ranges->high[which];
    return (struct interval){low, exposure_of(&at, answers).leaked_bits};
}
