/* SPDX-License-Identifier: MIT
 * Intervals between rows and arrays, and the steps of a comparison.
 */
#ifndef CONCORD_DERIVE_COLUMNS_H
#define CONCORD_DERIVE_COLUMNS_H

#include "derive/model.h"

/* An interval from two columns of a row; NULL gives the ends of time. */
struct date_interval interval_columns(sqlite3_stmt *s, int first);

/* Binds both ends, NULL where the date is not known. */
void bind_interval(sqlite3_stmt *s, int position, struct date_interval d);

/* One step of a comparison function over two pointers a and b. */
#define COMPARE(member)                                                                            \
    if (a->member != b->member)                                                                    \
        return a->member < b->member ? -1 : 1;

#endif
