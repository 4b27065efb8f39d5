/* SPDX-License-Identifier: MIT
 * Resampling raters is the hot loop of all numbers. Each unit keeps, for each category, the
 * set of its raters as bits; how often a rater was drawn is kept as bits of planes 1, 2, 4
 * ...; a unit's weighted count is then a few counts of common bits.
 */
#include "stats/agreement.h"

#include "base/memory.h"
#include "stats/agreement_tally.h"

#include <gsl/gsl_rng.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { WORD_BITS = 64, PLANES_MAX = 32 };

struct sampler {
    const struct ratings *ratings;
    gsl_rng *random;
    uint32_t *drawn;     /* by unit or rater: how often */
    uint32_t *counts;    /* units x categories, in order, where units are drawn */
    uint64_t *raters_of; /* units x categories x words, where raters are drawn */
    uint64_t *planes;    /* PLANES_MAX x words */
    size_t words;        /* for the bits of all raters */
};

/* Draws the numbers that gsl_rng_uniform_int draws, and divides once instead of every time. The
 * generator's numbers have 32 bits. */
static void draw(struct sampler *s, size_t count)
{
    uint32_t least = (uint32_t)gsl_rng_min(s->random);
    uint32_t share = (uint32_t)((gsl_rng_max(s->random) - least) / count);
    memset(s->drawn, 0, count * sizeof *s->drawn);
    for (size_t i = 0; i < count;) {
        uint32_t drawn = ((uint32_t)gsl_rng_get(s->random) - least) / share;
        if (drawn < count) {
            s->drawn[drawn]++;
            i++;
        }
    }
}

static int compare_counts(const void *a, const void *b, void *categories)
{
    const uint32_t *x = a, *y = b;
    for (int k = 0; k < *(int *)categories; k++)
        if (x[k] != y[k])
            return x[k] < y[k] ? -1 : 1;
    return 0;
}

static int compare_raters(const void *a, const void *b, void *ratings)
{
    const struct ratings *r = ratings;
    const uint8_t *x = r->values + *(const size_t *)a, *y = r->values + *(const size_t *)b;
    for (size_t unit = 0; unit < r->units; unit++, x += r->raters, y += r->raters)
        if (*x != *y)
            return *x < *y ? -1 : 1;
    return 0;
}

static void prepare_units(struct sampler *s)
{
    const struct ratings *r = s->ratings;
    size_t categories = (size_t)r->categories;
    s->counts = memory_new(r->units * categories, sizeof *s->counts);
    uint32_t counts[CATEGORIES_MAX];
    for (size_t unit = 0; unit < r->units; unit++) {
        count_ratings(r, unit, counts);
        memcpy(s->counts + unit * categories, counts, categories * sizeof *counts);
    }
    int compared = r->categories;
    qsort_r(s->counts, r->units, categories * sizeof *s->counts, compare_counts, &compared);
}

/* The raters in order of what they said. */
static size_t *raters_in_order(const struct ratings *r)
{
    size_t *order = memory_new(r->raters, sizeof *order);
    struct ratings ratings = *r;
    for (size_t i = 0; i < r->raters; i++)
        order[i] = i;
    qsort_r(order, r->raters, sizeof *order, compare_raters, &ratings);
    return order;
}

static void prepare_raters(struct sampler *s)
{
    const struct ratings *r = s->ratings;
    size_t categories = (size_t)r->categories;
    s->words = (r->raters + WORD_BITS - 1) / WORD_BITS;
    s->raters_of = memory_new(r->units * categories * s->words, sizeof *s->raters_of);
    s->planes = memory_new(PLANES_MAX * s->words, sizeof *s->planes);
    size_t *order __attribute__((cleanup(memory_release))) = raters_in_order(r);
    for (size_t unit = 0; unit < r->units; unit++)
        for (size_t i = 0; i < r->raters; i++) {
            uint8_t rating = r->values[unit * r->raters + order[i]];
            if (rating)
                s->raters_of[(unit * categories + rating - 1) * s->words + i / WORD_BITS] |=
                    (uint64_t)1 << i % WORD_BITS;
        }
}

static void resample_units(struct sampler *s, struct agreement_tally *tally)
{
    const struct ratings *r = s->ratings;
    size_t categories = (size_t)r->categories;
    draw(s, r->units);
    uint64_t weight = 0; /* of the units that are alike, which stand together */
    for (size_t unit = 0; unit < r->units; unit++) {
        const uint32_t *counts = s->counts + unit * categories;
        weight += s->drawn[unit];
        if (unit + 1 < r->units &&
            memcmp(counts, counts + categories, categories * sizeof *counts) == 0)
            continue;
        if (weight)
            tally_add(tally, counts, r->categories, r->raters, weight);
        weight = 0;
    }
}

/* Returns how many planes are used. */
static size_t fill_planes(struct sampler *s)
{
    size_t used = 0;
    memset(s->planes, 0, PLANES_MAX * s->words * sizeof *s->planes);
    for (size_t i = 0; i < s->ratings->raters; i++)
        for (size_t plane = 0; s->drawn[i] >> plane; plane++) {
            if (s->drawn[i] >> plane & 1)
                s->planes[plane * s->words + i / WORD_BITS] |= (uint64_t)1 << i % WORD_BITS;
            if (plane >= used)
                used = plane + 1;
        }
    return used;
}

static void resample_raters(struct sampler *s, struct agreement_tally *tally)
{
    const struct ratings *r = s->ratings;
    draw(s, r->raters);
    size_t planes = fill_planes(s);
    const uint64_t *raters = s->raters_of;
    uint32_t counts[CATEGORIES_MAX];
    for (size_t unit = 0; unit < r->units; unit++) {
        for (int k = 0; k < r->categories; k++, raters += s->words) {
            counts[k] = 0;
            for (size_t i = 0; i < planes * s->words; i++)
                counts[k] += (uint32_t)__builtin_popcountll(raters[i % s->words] & s->planes[i])
                             << i / s->words;
        }
        tally_add(tally, counts, r->categories, r->raters, 1);
    }
}

/* One column of `values` a statistic, of `resamples` rows; returns how many are defined. */
static size_t keep_defined(const double *values, size_t resamples, int statistic, double *ret)
{
    size_t kept = 0;
    for (size_t i = 0; i < resamples; i++) {
        double value = values[i * AGREEMENT_STATISTICS + (size_t)statistic];
        if (!isnan(value))
            ret[kept++] = value;
    }
    return kept;
}

static void sample(struct sampler *s, enum resampled what, size_t resamples, double *ret_values)
{
    const struct ratings *r = s->ratings;
    for (size_t i = 0; i < resamples; i++) {
        struct agreement_tally tally = {0};
        struct agreement result[AGREEMENT_STATISTICS];
        (what == RESAMPLE_UNITS ? resample_units : resample_raters)(s, &tally);
        tally_result(&tally, r->categories, r->raters, result);
        for (size_t k = 0; k < AGREEMENT_STATISTICS; k++)
            ret_values[i * AGREEMENT_STATISTICS + k] = result[k].value;
    }
}

static void sampler_done(struct sampler *s)
{
    gsl_rng_free(s->random);
    free(s->drawn);
    free(s->counts);
    free(s->raters_of);
    free(s->planes);
}

void agreement_bootstrap(const struct ratings *r, enum resampled what, size_t resamples,
                         unsigned long seed, struct agreement_interval ret[AGREEMENT_STATISTICS])
{
    struct sampler s = {.ratings = r, .random = gsl_rng_alloc(gsl_rng_mt19937)};
    gsl_rng_set(s.random, seed);
    s.drawn = memory_new(what == RESAMPLE_UNITS ? r->units : r->raters, sizeof *s.drawn);
    (what == RESAMPLE_UNITS ? prepare_units : prepare_raters)(&s);
    double *values __attribute__((cleanup(memory_release))) =
        memory_new(resamples * AGREEMENT_STATISTICS, sizeof *values);
    double *defined __attribute__((cleanup(memory_release))) =
        memory_new(resamples, sizeof *defined);
    sample(&s, what, resamples, values);
    for (int k = 0; k < AGREEMENT_STATISTICS; k++) {
        size_t kept = keep_defined(values, resamples, k, defined);
        ret[k].undefined = resamples - kept;
        ret[k].interval =
            kept ? percentile_interval(defined, kept) : (struct interval){(double)NAN, (double)NAN};
    }
    sampler_done(&s);
}
