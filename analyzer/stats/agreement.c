/* SPDX-License-Identifier: MIT */
#include "stats/agreement.h"

#include "stats/agreement_tally.h"

#include <math.h>
#include <string.h>

double pair_agreement(const uint32_t *counts, int categories)
{
    double n = 0, pairs = 0;
    for (int k = 0; k < categories; k++) {
        n += counts[k];
        pairs += (double)counts[k] * ((double)counts[k] - 1);
    }
    return pairs / (n * (n - 1));
}

double entropy_bits(const uint32_t *counts, int categories)
{
    double n = 0, bits = 0;
    for (int k = 0; k < categories; k++)
        n += counts[k];
    for (int k = 0; k < categories; k++)
        if (counts[k])
            bits -= counts[k] / n * log2(counts[k] / n);
    return bits;
}

double conditional_entropy_bits(const uint32_t *table, int rows, int columns)
{
    double n = 0, bits = 0;
    for (const uint32_t *row = table; rows > 0; row += columns, rows--) {
        double in_row = 0;
        for (int k = 0; k < columns; k++)
            in_row += row[k];
        bits += in_row * entropy_bits(row, columns);
        n += in_row;
    }
    return n > 0 ? bits / n : 0;
}

void tally_add(struct agreement_tally *t, const uint32_t *counts, int categories, uint64_t raters,
               uint64_t weight)
{
    uint64_t n = 0, squares = 0;
    for (int k = 0; k < categories; k++) {
        n += counts[k];
        squares += (uint64_t)counts[k] * counts[k];
    }
    if (n == 0)
        return;
    double w = (double)weight;
    t->rated += weight;
    for (int k = 0; k < categories; k++)
        t->shares[k] += w * counts[k] / (double)n;
    if (n < 2)
        return;
    double agreement = (double)(squares - n) / ((double)n * (double)(n - 1));
    t->paired += weight;
    t->ratings += weight * n;
    t->agreement += w * agreement;
    t->disagreement += w * (double)(n * n - squares) / (double)(n - 1);
    for (int k = 0; k < categories; k++)
        t->in_paired[k] += weight * counts[k];
    if (n != raters)
        return;
    t->complete += weight;
    t->complete_agreement += w * agreement;
    for (int k = 0; k < categories; k++)
        t->in_complete[k] += weight * counts[k];
}

static int categories_in(const uint64_t *counts, int categories)
{
    int seen = 0;
    for (int k = 0; k < categories; k++)
        seen += counts[k] > 0;
    return seen;
}

/* Why no statistic that corrects for chance can be given, or NULL. */
static const char *uncorrectable(uint64_t units, const uint64_t *counts, int categories)
{
    if (units == 0)
        return "no unit has two ratings";
    if (units == 1)
        return "only one unit has two ratings";
    return categories_in(counts, categories) < 2 ? "all ratings are alike" : NULL;
}

static void krippendorff_alpha(const struct agreement_tally *t, int categories,
                               struct agreement *ret)
{
    ret->undefined = uncorrectable(t->paired, t->in_paired, categories);
    double n = (double)t->ratings, same = 0;
    for (int k = 0; k < categories; k++)
        same += (double)t->in_paired[k] * ((double)t->in_paired[k] - 1);
    double expected = 1 - same / (n * (n - 1));
    ret->value = 1 - t->disagreement / n / expected;
}

static void fleiss_kappa(const struct agreement_tally *t, int categories, uint64_t raters,
                         struct agreement *ret)
{
    ret->undefined = raters < 2         ? "there is only one rater"
                     : t->complete == 0 ? "no unit was rated by every rater"
                     : t->complete == 1 ? "only one unit was rated by every rater"
                                        : uncorrectable(t->complete, t->in_complete, categories);
    ret->units = (size_t)t->complete;
    ret->ratings = (size_t)(t->complete * raters);
    double n = (double)(t->complete * raters), expected = 0;
    for (int k = 0; k < categories; k++)
        expected += (double)t->in_complete[k] / n * ((double)t->in_complete[k] / n);
    ret->value = (t->complete_agreement / (double)t->complete - expected) / (1 - expected);
}

static void gwet_ac1(const struct agreement_tally *t, int categories, struct agreement *ret)
{
    ret->undefined = uncorrectable(t->paired, t->in_paired, categories);
    double expected = 0;
    int seen = 0;
    for (int k = 0; k < categories; k++) {
        double share = t->shares[k] / (double)t->rated;
        expected += share * (1 - share);
        seen += t->shares[k] > 0;
    }
    expected /= seen - 1;
    ret->value = (t->agreement / (double)t->paired - expected) / (1 - expected);
}

void tally_result(const struct agreement_tally *t, int categories, uint64_t raters,
                  struct agreement ret[AGREEMENT_STATISTICS])
{
    for (int i = 0; i < AGREEMENT_STATISTICS; i++)
        ret[i] = (struct agreement){.units = (size_t)t->paired, .ratings = (size_t)t->ratings};
    ret[AGREEMENT_PERCENT].undefined = t->paired ? NULL : "no unit has two ratings";
    ret[AGREEMENT_PERCENT].value = t->agreement / (double)t->paired;
    krippendorff_alpha(t, categories, &ret[AGREEMENT_ALPHA]);
    fleiss_kappa(t, categories, raters, &ret[AGREEMENT_FLEISS]);
    gwet_ac1(t, categories, &ret[AGREEMENT_AC1]);
    for (int i = 0; i < AGREEMENT_STATISTICS; i++)
        if (ret[i].undefined)
            ret[i].value = (double)NAN;
}

void count_ratings(const struct ratings *r, size_t unit, uint32_t counts[CATEGORIES_MAX])
{
    memset(counts, 0, CATEGORIES_MAX * sizeof *counts);
    for (size_t i = 0; i < r->raters; i++) {
        uint8_t rating = r->values[unit * r->raters + i];
        if (rating)
            counts[rating - 1]++;
    }
}

void agreement_of(const struct ratings *r, struct agreement ret[AGREEMENT_STATISTICS])
{
    struct agreement_tally tally = {0};
    uint32_t counts[CATEGORIES_MAX];
    for (size_t unit = 0; unit < r->units; unit++) {
        count_ratings(r, unit, counts);
        tally_add(&tally, counts, r->categories, r->raters, 1);
    }
    tally_result(&tally, r->categories, r->raters, ret);
}
