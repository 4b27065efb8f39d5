/* SPDX-License-Identifier: MIT
 * Exact tests by counting every case in whole numbers, for small tables: slow, plain, and
 * nothing in common with analyzer/stats.
 */
#ifndef CONCORD_TESTS_UNIT_STATS_BRUTE_FORCE_H
#define CONCORD_TESTS_UNIT_STATS_BRUTE_FORCE_H

#include <stddef.h>

enum { BRUTE_FORCE_N_MAX = 60, BRUTE_FORCE_TABLE_N_MAX = 20, BRUTE_FORCE_CELLS_MAX = 9 };

/* Two-sided sign test of a v. b, a + b <= BRUTE_FORCE_N_MAX. */
double brute_force_sign_test(size_t a, size_t b);

/* Fisher's exact test; the sum of the cells <= BRUTE_FORCE_N_MAX. */
double brute_force_fisher(const size_t cells[4]);

/* Freeman and Halton's, over every table with these margins; the sum of the cells
 * <= BRUTE_FORCE_TABLE_N_MAX. */
double brute_force_freeman_halton(const size_t *cells, size_t groups, size_t categories);

#endif
