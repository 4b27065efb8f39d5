/* SPDX-License-Identifier: MIT */
#include "stats/agreement_testing.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

struct ratings ratings_of(const struct ratings_table *t)
{
    return (struct ratings){t->values, t->units, t->raters, t->categories};
}

void read_ratings(const char *units, const char *letters, struct ratings_table *ret)
{
    *ret = (struct ratings_table){.categories = (int)strlen(letters)};
    size_t count = 0;
    for (const char *c = units; *c; c++) {
        ret->units += c == units || c[-1] == ' ';
        if (*c == ' ')
            continue;
        const char *letter = strchr(letters, *c);
        ck_assert_uint_lt(count, RATINGS_MAX);
        ret->values[count++] = (uint8_t)(letter ? letter - letters + 1 : 0);
    }
    ret->raters = ret->units ? count / ret->units : 0;
    ck_assert_uint_eq(count, ret->units * ret->raters);
}

void transpose_ratings(const struct ratings_table *t, struct ratings_table *ret)
{
    *ret = (struct ratings_table){t->raters, t->units, t->categories, {0}};
    for (size_t unit = 0; unit < t->units; unit++)
        for (size_t i = 0; i < t->raters; i++)
            ret->values[i * t->units + unit] = t->values[unit * t->raters + i];
}

void random_ratings(gsl_rng *random, struct ratings_table *ret)
{
    *ret = (struct ratings_table){.units = gsl_rng_uniform_int(random, 9),
                                  .raters = 1 + gsl_rng_uniform_int(random, 6),
                                  .categories = 1 + (int)gsl_rng_uniform_int(random, 5)};
    double missing = 0.6 * gsl_rng_uniform(random);
    /* Products of chances: the first categories are the frequent ones. */
    for (size_t i = 0; i < ret->units * ret->raters; i++)
        if (gsl_rng_uniform(random) >= missing)
            ret->values[i] =
                (uint8_t)(1 + ret->categories * gsl_rng_uniform(random) * gsl_rng_uniform(random));
}

static size_t ratings_in(const struct ratings_table *t, size_t unit)
{
    size_t n = 0;
    for (size_t i = 0; i < t->raters; i++)
        n += t->values[unit * t->raters + i] > 0;
    return n;
}

/* Units with `least` ratings or more. */
static size_t units_with(const struct ratings_table *t, size_t least)
{
    size_t units = 0;
    for (size_t unit = 0; unit < t->units; unit++)
        units += ratings_in(t, unit) >= least;
    return units;
}

/* The ratings of these units one by one; returns how many. */
static size_t list_ratings(const struct ratings_table *t, size_t least, uint8_t *ret)
{
    size_t n = 0;
    for (size_t i = 0; i < t->units * t->raters; i++)
        if (t->values[i] && ratings_in(t, i / t->raters) >= least)
            ret[n++] = t->values[i];
    return n;
}

/* Share of pairs of two different raters that agree. */
static double agreeing_pairs(const struct ratings_table *t, size_t unit)
{
    const uint8_t *rating = t->values + unit * t->raters;
    size_t pairs = 0, agreeing = 0;
    for (size_t a = 0; a < t->raters; a++)
        for (size_t b = a + 1; b < t->raters; b++) {
            pairs += rating[a] && rating[b];
            agreeing += rating[a] && rating[a] == rating[b];
        }
    return (double)agreeing / (double)pairs;
}

static double mean_agreement(const struct ratings_table *t, size_t least)
{
    double sum = 0;
    for (size_t unit = 0; unit < t->units; unit++)
        if (ratings_in(t, unit) >= least)
            sum += agreeing_pairs(t, unit);
    return sum / (double)units_with(t, least);
}

/* Ordered pairs of ratings in all these units that are alike. */
static double alike_anywhere(const struct ratings_table *t, size_t least)
{
    uint8_t list[RATINGS_MAX];
    size_t n = list_ratings(t, least, list), alike = 0;
    for (size_t a = 0; a < n; a++)
        for (size_t b = 0; b < n; b++)
            alike += a != b && list[a] == list[b];
    return (double)alike;
}

/* Krippendorff (2011): observed over expected disagreement of pairable values; a unit's
 * pairs count n of them, however many it has. */
static double alpha(const struct ratings_table *t)
{
    uint8_t list[RATINGS_MAX];
    double n = (double)list_ratings(t, 2, list), observed = 0;
    for (size_t unit = 0; unit < t->units; unit++)
        if (ratings_in(t, unit) >= 2)
            observed += (double)ratings_in(t, unit) * (1 - agreeing_pairs(t, unit)) / n;
    return 1 - observed / (1 - alike_anywhere(t, 2) / (n * (n - 1)));
}

static double corrected(double observed, double by_chance)
{
    return (observed - by_chance) / (1 - by_chance);
}

/* Fleiss (1971): chance draws two ratings with replacement, so that a rating may meet
 * itself. */
static double fleiss(const struct ratings_table *t)
{
    uint8_t list[RATINGS_MAX];
    double n = (double)list_ratings(t, t->raters, list);
    return corrected(mean_agreement(t, t->raters), (alike_anywhere(t, t->raters) + n) / (n * n));
}

static double share_in(const struct ratings_table *t, size_t unit, int category)
{
    size_t n = 0;
    for (size_t i = 0; i < t->raters; i++)
        n += t->values[unit * t->raters + i] == category;
    return (double)n / (double)ratings_in(t, unit);
}

/* Gwet (2008, 2014): shares over units with one rating or more. */
static double ac1(const struct ratings_table *t)
{
    double sum = 0;
    int occur = 0;
    for (int category = 1; category <= t->categories; category++) {
        double share = 0;
        for (size_t unit = 0; unit < t->units; unit++)
            if (ratings_in(t, unit) > 0)
                share += share_in(t, unit, category) / (double)units_with(t, 1);
        sum += share * (1 - share);
        occur += memchr(t->values, category, t->units * t->raters) != NULL;
    }
    return corrected(mean_agreement(t, 2), sum / (occur - 1));
}

/* Two such units and two categories in them. */
static bool can_be_corrected(const struct ratings_table *t, size_t least)
{
    uint8_t list[RATINGS_MAX];
    double n = (double)list_ratings(t, least, list);
    return units_with(t, least) >= 2 && alike_anywhere(t, least) < n * (n - 1);
}

static struct agreement over_units(const struct ratings_table *t, size_t least, bool defined,
                                   double (*value)(const struct ratings_table *))
{
    uint8_t list[RATINGS_MAX];
    return (struct agreement){defined ? NULL : "undefined", defined ? value(t) : (double)NAN,
                              units_with(t, least), list_ratings(t, least, list)};
}

static double percent(const struct ratings_table *t)
{
    return mean_agreement(t, 2);
}

void agreement_by_definition(const struct ratings_table *t,
                             struct agreement ret[AGREEMENT_STATISTICS])
{
    size_t complete = t->raters < 2 ? SIZE_MAX : t->raters;
    bool defined = can_be_corrected(t, 2);
    ret[AGREEMENT_PERCENT] = over_units(t, 2, units_with(t, 2) > 0, percent);
    ret[AGREEMENT_ALPHA] = over_units(t, 2, defined, alpha);
    ret[AGREEMENT_FLEISS] = over_units(t, complete, can_be_corrected(t, complete), fleiss);
    ret[AGREEMENT_AC1] = over_units(t, 2, defined, ac1);
}

void assert_same_agreement(const struct agreement *actual, const struct agreement *expected)
{
    for (int i = 0; i < AGREEMENT_STATISTICS; i++) {
        ck_assert_int_eq(!actual[i].undefined, !expected[i].undefined);
        ck_assert_uint_eq(actual[i].units, expected[i].units);
        ck_assert_uint_eq(actual[i].ratings, expected[i].ratings);
        if (expected[i].undefined)
            ck_assert_double_nan(actual[i].value);
        else
            ck_assert_double_eq_tol(actual[i].value, expected[i].value, 1e-12);
    }
}
