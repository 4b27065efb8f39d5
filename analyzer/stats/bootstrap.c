/* SPDX-License-Identifier: MIT
 * Resampling raters is the hot loop of all numbers. Each unit keeps, for each category, the
 * set of its raters as bits; how often a rater was drawn is kept as bits of planes 1, 2, 4
 * ...; a unit's weighted count is then a few counts of common bits.
 */
#include "stats/agreement.h"

#include "base/error.h"
#include "base/memory.h"
#include "stats/agreement_tally.h"

#include <gsl/gsl_rng.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { WORD_BITS = 64, PLANES_MAX = 32 };

/* One table of those that are drawn from together. */
struct source {
    const struct ratings *ratings;
    uint32_t *counts;    /* units x categories, in order, where units are drawn */
    uint64_t *raters_of; /* units x categories x words, where raters are drawn */
    double *values;      /* resamples x statistics */
};

struct sampler {
    gsl_rng *random;
    size_t units, raters; /* of each table */
    uint32_t *drawn;      /* by unit or rater: how often */
    uint64_t *planes;     /* PLANES_MAX x words; used: planes_used */
    size_t words;         /* for the bits of all raters */
    size_t planes_used;
};

/* Draws the numbers that gsl_rng_uniform_int draws, and divides once instead of every time. The
 * generator's numbers have 32 bits. */
static void draw(struct sampler *s, size_t count)
{
    if (count == 0)
        return;
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

static void prepare_units(struct source *s)
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

static void prepare_raters(struct source *s, size_t words)
{
    const struct ratings *r = s->ratings;
    size_t categories = (size_t)r->categories;
    s->raters_of = memory_new(r->units * categories * words, sizeof *s->raters_of);
    size_t *order __attribute__((cleanup(memory_release))) = raters_in_order(r);
    for (size_t unit = 0; unit < r->units; unit++)
        for (size_t i = 0; i < r->raters; i++) {
            uint8_t rating = r->values[unit * r->raters + order[i]];
            if (rating)
                s->raters_of[(unit * categories + rating - 1) * words + i / WORD_BITS] |=
                    (uint64_t)1 << i % WORD_BITS;
        }
}

static void resample_units(const struct sampler *s, const struct source *from,
                           struct agreement_tally *tally)
{
    const struct ratings *r = from->ratings;
    size_t categories = (size_t)r->categories;
    uint64_t weight = 0; /* of the units that are alike, which stand together */
    for (size_t unit = 0; unit < r->units; unit++) {
        const uint32_t *counts = from->counts + unit * categories;
        weight += s->drawn[unit];
        if (unit + 1 < r->units &&
            memcmp(counts, counts + categories, categories * sizeof *counts) == 0)
            continue;
        if (weight)
            tally_add(tally, counts, r->categories, r->raters, weight);
        weight = 0;
    }
}

static void fill_planes(struct sampler *s)
{
    s->planes_used = 0;
    memset(s->planes, 0, PLANES_MAX * s->words * sizeof *s->planes);
    for (size_t i = 0; i < s->raters; i++)
        for (size_t plane = 0; s->drawn[i] >> plane; plane++) {
            if (s->drawn[i] >> plane & 1)
                s->planes[plane * s->words + i / WORD_BITS] |= (uint64_t)1 << i % WORD_BITS;
            if (plane >= s->planes_used)
                s->planes_used = plane + 1;
        }
}

static void resample_raters(const struct sampler *s, const struct source *from,
                            struct agreement_tally *tally)
{
    const struct ratings *r = from->ratings;
    const uint64_t *raters = from->raters_of;
    uint32_t counts[CATEGORIES_MAX];
    for (size_t unit = 0; unit < r->units; unit++) {
        for (int k = 0; k < r->categories; k++, raters += s->words) {
            counts[k] = 0;
            for (size_t i = 0; i < s->planes_used * s->words; i++)
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

static void sample(struct sampler *s, struct source *sources, size_t count, enum resampled what,
                   size_t resample)
{
    draw(s, what == RESAMPLE_UNITS ? s->units : s->raters);
    if (what == RESAMPLE_RATERS)
        fill_planes(s);
    for (size_t i = 0; i < count; i++) {
        const struct ratings *r = sources[i].ratings;
        struct agreement_tally tally = {0};
        struct agreement result[AGREEMENT_STATISTICS];
        (what == RESAMPLE_UNITS ? resample_units : resample_raters)(s, &sources[i], &tally);
        tally_result(&tally, r->categories, r->raters, result);
        for (size_t k = 0; k < AGREEMENT_STATISTICS; k++)
            sources[i].values[resample * AGREEMENT_STATISTICS + k] = result[k].value;
    }
}

static void prepare(struct sampler *s, struct source *source, const struct ratings *r,
                    enum resampled what, size_t resamples)
{
    if (r->units != s->units || r->raters != s->raters)
        internal_fault("tables of different size are drawn from together");
    *source = (struct source){
        .ratings = r, .values = memory_new(resamples * AGREEMENT_STATISTICS, sizeof(double))};
    if (what == RESAMPLE_UNITS)
        prepare_units(source);
    else
        prepare_raters(source, s->words);
}

static void give_intervals(const struct source *source, size_t resamples,
                           struct agreement_interval ret[AGREEMENT_STATISTICS])
{
    double *defined __attribute__((cleanup(memory_release))) =
        memory_new(resamples, sizeof *defined);
    for (int k = 0; k < AGREEMENT_STATISTICS; k++) {
        size_t kept = keep_defined(source->values, resamples, k, defined);
        ret[k].undefined = resamples - kept;
        ret[k].interval =
            kept ? percentile_interval(defined, kept) : (struct interval){(double)NAN, (double)NAN};
    }
}

static void source_done(struct source *source)
{
    free(source->counts);
    free(source->raters_of);
    free(source->values);
}

void agreement_bootstrap(const struct ratings *tables, size_t count, enum resampled what,
                         size_t resamples, unsigned long seed,
                         struct agreement_interval ret[][AGREEMENT_STATISTICS])
{
    struct sampler s = {.random = gsl_rng_alloc(gsl_rng_mt19937),
                        .units = tables->units,
                        .raters = tables->raters,
                        .words = (tables->raters + WORD_BITS - 1) / WORD_BITS};
    gsl_rng_set(s.random, seed);
    s.drawn = memory_new(what == RESAMPLE_UNITS ? s.units : s.raters, sizeof *s.drawn);
    s.planes = memory_new(PLANES_MAX * s.words, sizeof *s.planes);
    struct source *sources = memory_new(count, sizeof *sources);
    for (size_t i = 0; i < count; i++)
        prepare(&s, &sources[i], &tables[i], what, resamples);
    for (size_t i = 0; i < resamples; i++)
        sample(&s, sources, count, what, i);
    for (size_t i = 0; i < count; i++) {
        give_intervals(&sources[i], resamples, ret[i]);
        source_done(&sources[i]);
    }
    free(sources);
    gsl_rng_free(s.random);
    free(s.drawn);
    free(s.planes);
}
