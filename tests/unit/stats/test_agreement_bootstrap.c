/* SPDX-License-Identifier: MIT */
#include "stats/agreement_testing.h"
#include "table.h"

#include <gsl/gsl_math.h>
#include <math.h>
#include <stdbool.h>

/* The table of the units or raters with these numbers. */
static void pick(const struct ratings_table *t, enum resampled what, const size_t *numbers,
                 struct ratings_table *ret)
{
    *ret = *t;
    for (size_t unit = 0; unit < t->units; unit++)
        for (size_t i = 0; i < t->raters; i++)
            ret->values[unit * t->raters + i] = what == RESAMPLE_UNITS
                                                    ? t->values[numbers[unit] * t->raters + i]
                                                    : t->values[unit * t->raters + numbers[i]];
}

static void agreement_of_picked(const struct ratings_table *t, enum resampled what,
                                const size_t *numbers, struct agreement ret[AGREEMENT_STATISTICS])
{
    struct ratings_table picked;
    pick(t, what, numbers, &picked);
    struct ratings r = ratings_of(&picked);
    agreement_of(&r, ret);
}

static size_t resampled_count(const struct ratings_table *t, enum resampled what)
{
    return what == RESAMPLE_UNITS ? t->units : t->raters;
}

/* Does unit or rater a stand before b, in the order that agreement.h promises? */
static bool stands_before(const struct ratings_table *t, enum resampled what, size_t a, size_t b)
{
    for (size_t i = 0; what == RESAMPLE_RATERS && i < t->units; i++)
        if (t->values[i * t->raters + a] != t->values[i * t->raters + b])
            return t->values[i * t->raters + a] < t->values[i * t->raters + b];
    for (int k = 1; what == RESAMPLE_UNITS && k <= t->categories; k++) {
        int more = 0;
        for (size_t i = 0; i < t->raters; i++)
            more += (t->values[a * t->raters + i] == k) - (t->values[b * t->raters + i] == k);
        if (more)
            return more < 0;
    }
    return false;
}

static void put_in_order(const struct ratings_table *t, enum resampled what,
                         struct ratings_table *ret)
{
    size_t numbers[RATINGS_MAX] = {0}, count = resampled_count(t, what);
    for (size_t i = 0; i < count; i++) {
        size_t place = i;
        for (; place > 0 && stands_before(t, what, i, numbers[place - 1]); place--)
            numbers[place] = numbers[place - 1];
        numbers[place] = i;
    }
    pick(t, what, numbers, ret);
}

enum { SLOW_RESAMPLES = 64 };

/* Values of the resamples that have one, a row a statistic. */
struct resamples {
    size_t count[AGREEMENT_STATISTICS];
    double values[AGREEMENT_STATISTICS][SLOW_RESAMPLES];
};

static void keep(struct resamples *kept, const struct agreement a[AGREEMENT_STATISTICS])
{
    for (int k = 0; k < AGREEMENT_STATISTICS; k++)
        if (!a[k].undefined)
            kept->values[k][kept->count[k]++] = a[k].value;
}

/* Every resample written out, from the draws that agreement.h promises. */
static void resample_slowly(const struct ratings_table *t, enum resampled what, unsigned long seed,
                            struct resamples *ret)
{
    gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
    gsl_rng_set(random, seed);
    *ret = (struct resamples){0};
    size_t count = resampled_count(t, what), numbers[RATINGS_MAX];
    for (size_t i = 0; i < SLOW_RESAMPLES; i++) {
        for (size_t k = 0; k < count; k++)
            numbers[k] = gsl_rng_uniform_int(random, count);
        struct agreement a[AGREEMENT_STATISTICS];
        agreement_of_picked(t, what, numbers, a);
        keep(ret, a);
    }
    gsl_rng_free(random);
}

static void assert_as_slowly(const struct ratings_table *t, enum resampled what, unsigned long seed)
{
    struct resamples slow;
    struct ratings_table ordered;
    put_in_order(t, what, &ordered);
    resample_slowly(&ordered, what, seed, &slow);
    struct agreement_interval fast[AGREEMENT_STATISTICS];
    struct ratings r = ratings_of(t);
    agreement_bootstrap(&r, 1, what, SLOW_RESAMPLES, seed, &fast);
    for (int k = 0; k < AGREEMENT_STATISTICS; k++) {
        ck_assert_uint_eq(fast[k].undefined, SLOW_RESAMPLES - slow.count[k]);
        if (slow.count[k] == 0) {
            ck_assert_double_nan(fast[k].interval.low);
            ck_assert_double_nan(fast[k].interval.high);
            continue;
        }
        struct interval expected = percentile_interval(slow.values[k], slow.count[k]);
        ck_assert_double_eq_tol(fast[k].interval.low, expected.low, 1e-12);
        ck_assert_double_eq_tol(fast[k].interval.high, expected.high, 1e-12);
    }
}

START_TEST(small_tables_as_slowly)
{
    gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
    gsl_rng_set(random, 7);
    for (unsigned long i = 0; i < 200; i++) {
        struct ratings_table t;
        random_ratings(random, &t);
        assert_as_slowly(&t, RESAMPLE_UNITS, i);
        assert_as_slowly(&t, RESAMPLE_RATERS, i);
    }
    gsl_rng_free(random);
}
END_TEST

/* Five units: two that all have rated, two with gaps, one with a few ratings only. */
static void wide_table(size_t raters, struct ratings_table *ret)
{
    static const double rated[] = {1, 1, 0.7, 0.5, 0.03};
    *ret = (struct ratings_table){.units = LENGTH_OF(rated), .raters = raters, .categories = 4};
    gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
    gsl_rng_set(random, raters);
    for (size_t i = 0; i < ret->units * raters; i++)
        if (gsl_rng_uniform(random) < rated[i / raters])
            ret->values[i] = (uint8_t)(1 + 4 * gsl_rng_uniform(random) * gsl_rng_uniform(random));
    gsl_rng_free(random);
}

/* Around the words of 64 bits in which raters are kept. */
static const size_t wide[] = {63, 64, 65, 127, 128, 129, 200};

START_TEST(many_raters_as_slowly)
{
    struct ratings_table t;
    wide_table(wide[_i], &t);
    for (unsigned long seed = 1; seed <= 5; seed++) {
        assert_as_slowly(&t, RESAMPLE_RATERS, seed);
        assert_as_slowly(&t, RESAMPLE_UNITS, seed);
    }
}
END_TEST

/* Two draws may give the same interval where few values can occur; not in this table. */
START_TEST(the_seed_decides)
{
    struct ratings_table t;
    wide_table(70, &t);
    struct ratings r = ratings_of(&t);
    struct agreement_interval first[AGREEMENT_STATISTICS], again[AGREEMENT_STATISTICS],
        other[AGREEMENT_STATISTICS];
    agreement_bootstrap(&r, 1, RESAMPLE_RATERS, 100, 3, &first);
    agreement_bootstrap(&r, 1, RESAMPLE_RATERS, 100, 3, &again);
    agreement_bootstrap(&r, 1, RESAMPLE_RATERS, 100, 4, &other);
    for (int k = 0; k < AGREEMENT_STATISTICS; k++) {
        ck_assert_double_eq_tol(again[k].interval.low, first[k].interval.low, 1e-15);
        ck_assert_double_eq_tol(again[k].interval.high, first[k].interval.high, 1e-15);
        ck_assert_double_gt(fabs(other[k].interval.low - first[k].interval.low), 1e-6);
        ck_assert_double_gt(fabs(other[k].interval.high - first[k].interval.high), 1e-6);
    }
}
END_TEST

/* As a share of `resamples`, within four standard deviations of their binomial. */
static void assert_share(size_t count, size_t resamples, double share)
{
    double n = (double)resamples;
    ck_assert_double_eq_tol((double)count, n * share, 4 * sqrt(n * share * (1 - share)) + 0.5);
}

/* How often alpha and AC1 have no value: where only the units, or the raters, that say N
 * are drawn, or only those that say C. */
static const struct {
    const char *units;
    enum resampled what;
    double share;
} one_sided[] = {
    {"NNN NNN NNN NNC", RESAMPLE_UNITS, 0.31640625},  /* (3/4)^4 */
    {"NN NN CC", RESAMPLE_UNITS, 1.0 / 3},            /* (2/3)^3 + (1/3)^3 */
    {"NNNC NNNC", RESAMPLE_RATERS, 0.3203125},        /* (3/4)^4 + (1/4)^4 */
    {"NNCC NNCC CC-- NN--", RESAMPLE_RATERS, 0.0625}, /* (2/4)^4: the last two */
    {"NNN NNN NNN NNN", RESAMPLE_UNITS, 1},           /* always */
    {"NCN", RESAMPLE_RATERS, 1},                      /* a single unit */
    {"NCN CNC NNC", RESAMPLE_UNITS, 0},               /* never */
};

START_TEST(undefined_resamples_are_counted)
{
    enum { RESAMPLES = 4000 };
    struct ratings_table t;
    read_ratings(one_sided[_i].units, "NC", &t);
    struct ratings r = ratings_of(&t);
    struct agreement_interval b[AGREEMENT_STATISTICS];
    agreement_bootstrap(&r, 1, one_sided[_i].what, RESAMPLES, 11, &b);
    assert_share(b[AGREEMENT_ALPHA].undefined, RESAMPLES, one_sided[_i].share);
    assert_share(b[AGREEMENT_AC1].undefined, RESAMPLES, one_sided[_i].share);
    ck_assert_uint_eq(b[AGREEMENT_PERCENT].undefined, 0);
    ck_assert_int_eq(isnan(b[AGREEMENT_ALPHA].interval.low),
                     b[AGREEMENT_ALPHA].undefined == RESAMPLES);
}
END_TEST

enum { OF_THREE = 27 };

/* All resamples of three units or three raters. */
static void enumerate(const struct ratings_table *t, enum resampled what, struct resamples *ret)
{
    *ret = (struct resamples){0};
    for (size_t i = 0; i < OF_THREE; i++) {
        const size_t numbers[] = {i % 3, i / 3 % 3, i / 9};
        struct agreement a[AGREEMENT_STATISTICS];
        agreement_of_picked(t, what, numbers, a);
        keep(ret, a);
    }
}

/* Each of 27 resamples comes up in 3.7 per cent: the 2.5 and 97.5 per cent points are the
 * least and the greatest value. */
static void assert_extremes(struct interval interval, const double *values, size_t count)
{
    double least = values[0], greatest = values[0];
    for (size_t i = 0; i < count; i++) {
        least = GSL_MIN(least, values[i]);
        greatest = GSL_MAX(greatest, values[i]);
    }
    ck_assert_double_eq_tol(interval.low, least, 1e-12);
    ck_assert_double_eq_tol(interval.high, greatest, 1e-12);
}

static const struct {
    const char *units;
    enum resampled what;
} tiny[] = {
    {"NCN CCC NNC", RESAMPLE_UNITS},
    {"NNNN CCCD NNDC", RESAMPLE_UNITS},
    {"NN CC ND", RESAMPLE_UNITS},
    {"NN-N NCC- CCCC", RESAMPLE_UNITS},
    {"NNN NNC NNC NNN", RESAMPLE_RATERS},
    {"NCD NNC CDD NNN DDC", RESAMPLE_RATERS},
    {"N-C NN- CCN DND ---", RESAMPLE_RATERS},
    {"NC- CN- NNC", RESAMPLE_RATERS},
};

START_TEST(tiny_tables_as_enumerated)
{
    enum { RESAMPLES = 6000 };
    struct ratings_table t;
    read_ratings(tiny[_i].units, "NCD", &t);
    ck_assert_uint_eq(resampled_count(&t, tiny[_i].what), 3);
    struct resamples all;
    enumerate(&t, tiny[_i].what, &all);
    struct ratings r = ratings_of(&t);
    struct agreement_interval b[AGREEMENT_STATISTICS];
    agreement_bootstrap(&r, 1, tiny[_i].what, RESAMPLES, 5, &b);
    for (int k = 0; k < AGREEMENT_STATISTICS; k++) {
        size_t defined = all.count[k];
        assert_share(b[k].undefined, RESAMPLES, (double)(OF_THREE - defined) / OF_THREE);
        if (defined)
            assert_extremes(b[k].interval, all.values[k], defined);
    }
}
END_TEST

static void assert_near_limits(struct interval actual, double low, double high)
{
    ck_assert_double_eq_tol(actual.low, low, 0.03);
    ck_assert_double_eq_tol(actual.high, high, 0.03);
}

/* LAW.md e.3, 10,000 resamples of the twelve forces. Alpha is undefined where only the
 * seven that always said N are drawn, (7/12)^12, or only the one that always said C. */
START_TEST(forces_of_the_toy)
{
    enum { RESAMPLES = 10000 };
    struct ratings_table t;
    read_ratings("NNN NNN NNN DNN NNC CNC NN- DDN NNN -NN CCC NNN", "NCD", &t);
    struct ratings r = ratings_of(&t);
    struct agreement_interval b[AGREEMENT_STATISTICS];
    agreement_bootstrap(&r, 1, RESAMPLE_UNITS, RESAMPLES, 1, &b);
    assert_near_limits(b[AGREEMENT_ALPHA].interval, -0.016, 0.791);
    assert_near_limits(b[AGREEMENT_AC1].interval, 0.462, 0.937);
    assert_share(b[AGREEMENT_ALPHA].undefined, RESAMPLES, pow(7.0 / 12, 12) + pow(1.0 / 12, 12));
}
END_TEST

/* No unit, no rater, no rating, a single rater, a single unit. */
static const struct {
    size_t units, raters;
    uint8_t value;
} empty[] = {{0, 0, 0}, {0, 3, 0}, {3, 0, 0}, {3, 3, 0}, {3, 1, 1}, {1, 3, 1}};

START_TEST(nothing_to_resample)
{
    struct ratings_table t = {.units = empty[_i].units, .raters = empty[_i].raters, 2, {0}};
    for (size_t i = 0; i < t.units * t.raters; i++)
        t.values[i] = empty[_i].value;
    struct ratings r = ratings_of(&t);
    for (int what = RESAMPLE_UNITS; what <= RESAMPLE_RATERS; what++) {
        struct agreement_interval b[AGREEMENT_STATISTICS];
        agreement_bootstrap(&r, 1, (enum resampled)what, 50, 1, &b);
        for (int k = AGREEMENT_ALPHA; k < AGREEMENT_STATISTICS; k++) {
            ck_assert_uint_eq(b[k].undefined, 50);
            ck_assert_double_nan(b[k].interval.low);
            ck_assert_double_nan(b[k].interval.high);
        }
    }
}
END_TEST

void add_bootstrap_tests(Suite *suite)
{
    TCase *tcase = tcase_create("bootstrap");
    suite_add_tcase(suite, tcase);
    tcase_add_test(tcase, small_tables_as_slowly);
    ADD_TABLE_TEST(tcase, many_raters_as_slowly, wide);
    tcase_add_test(tcase, the_seed_decides);
    ADD_TABLE_TEST(tcase, undefined_resamples_are_counted, one_sided);
    ADD_TABLE_TEST(tcase, tiny_tables_as_enumerated, tiny);
    tcase_add_test(tcase, forces_of_the_toy);
    ADD_TABLE_TEST(tcase, nothing_to_resample, empty);
}
