/* SPDX-License-Identifier: MIT
 * Dates as people write them into trackers and sites print them, as a pack has them. What is
 * vague becomes the month or the year that it surely lies in; what is no date is none.
 */
#ifndef CONCORD_IMPORTS_FREE_DATE_H
#define CONCORD_IMPORTS_FREE_DATE_H

#include "base/slice.h"

enum { FREE_DATE_BYTES = 16 };

struct free_date_context {
    bool is_month_first;
    const char *sent; /* the day on which the row's request was sent, as written here: a date
                         without a year is the first such day from it on; NULL: no year is added */
};

/* "9/12/2024", "9th Dec 2024", "Mon 9 Dec 24", "January 28, 2025", "2024-12-09T23:30:00+01:00",
 * "45635", "w/c 2 Dec 2024" and "mid-Dec 2024" (2024-12). False and "" for "3 weeks ago", "TBC",
 * a day that no month has. */
bool free_date_read(struct slice text, const struct free_date_context *context,
                    char out[FREE_DATE_BYTES]);

#endif
