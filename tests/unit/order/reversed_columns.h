/* SPDX-License-Identifier: MIT
 * A database whose tables have their columns in the opposite order.
 */
#ifndef CONCORD_TESTS_UNIT_ORDER_REVERSED_COLUMNS_H
#define CONCORD_TESTS_UNIT_ORDER_REVERSED_COLUMNS_H

#include <sqlite3.h>

/* Drops every table and creates it again, the last column first, its constraints at the end as
 * before, with the rows that it had and its indexes. Fails the test where it cannot. */
void reverse_columns(sqlite3 *db);

#endif
