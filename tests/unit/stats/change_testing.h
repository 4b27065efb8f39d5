/* SPDX-License-Identifier: MIT
 * What the tests of stats/change_tests.h share.
 */
#ifndef CONCORD_TESTS_UNIT_STATS_CHANGE_TESTING_H
#define CONCORD_TESTS_UNIT_STATS_CHANGE_TESTING_H

#include "stats/change_tests.h"

#include <check.h>

/* Random tables are tried so often. */
enum { TRIALS = 200 };

/* For a fixture: random counts, the same ones in every run. */
void start_counts(void);
void end_counts(void);

/* Each below the limit. */
void fill_counts(size_t *cells, size_t count, size_t limit);

/* Relatively. */
void assert_near(double actual, double expected, double tolerance);

void assert_interval(struct interval actual, double low, double high, double tolerance);

/* That of the same test with the roles exchanged: its effect the other way round. */
void assert_mirrored(const struct change_test *mirrored, const struct change_test *t);

/* What holds for every result but that of a permutation test. */
void assert_result(const struct change_test *t, size_t n);

void assert_undefined(struct change_test t, const char *why);

/* Those of analyzer/stats/tables.c. */
void add_table_tests(Suite *suite);

#endif
