/* SPDX-License-Identifier: MIT
 * Tables of examples in tests: the table is the specification, and each row a
 * test of its own.
 */
#ifndef CONCORD_TESTS_UNIT_TABLE_H
#define CONCORD_TESTS_UNIT_TABLE_H

#include <check.h>

#define LENGTH_OF(table) (sizeof(table) / sizeof((table)[0]))

/* Adds a loop test whose index _i goes over the table. */
#define ADD_TABLE_TEST(tcase, test, table)                                                         \
    tcase_add_loop_test(tcase, test, 0, (int)LENGTH_OF(table))

/* A suite of one test case; add tests to *ret_case. */
static inline Suite *suite_with_case(const char *name, TCase **ret_case)
{
    Suite *suite = suite_create(name);
    *ret_case = tcase_create(name);
    suite_add_tcase(suite, *ret_case);
    return suite;
}

#endif
