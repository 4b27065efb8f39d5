/* SPDX-License-Identifier: MIT
 * What the tests of stats/agreement.h share: tables of ratings, and the four statistics
 * by their definitions, pair by pair: slow, plain, and nothing in common with
 * analyzer/stats.
 */
#ifndef CONCORD_TESTS_UNIT_STATS_AGREEMENT_TESTING_H
#define CONCORD_TESTS_UNIT_STATS_AGREEMENT_TESTING_H

#include "stats/agreement.h"

#include <check.h>
#include <gsl/gsl_rng.h>

enum { RATINGS_MAX = 1024 };

struct ratings_table {
    size_t units, raters;
    int categories;
    uint8_t values[RATINGS_MAX];
};

struct ratings ratings_of(const struct ratings_table *t);

/* One word a unit, one letter a rater: its place in `letters` is the category; a letter
 * that is not there is a missing rating. */
void read_ratings(const char *units, const char *letters, struct ratings_table *ret);

/* The raters become the units. */
void transpose_ratings(const struct ratings_table *t, struct ratings_table *ret);

/* Small, down to no unit at all, some with most ratings missing. */
void random_ratings(gsl_rng *random, struct ratings_table *ret);

/* As agreement_of, but for the wording of the reasons. */
void agreement_by_definition(const struct ratings_table *t,
                             struct agreement ret[AGREEMENT_STATISTICS]);

/* But for the wording of the reasons. */
void assert_same_agreement(const struct agreement *actual, const struct agreement *expected);

/* Those of analyzer/stats/bootstrap.c. */
void add_bootstrap_tests(Suite *suite);

#endif
