/* SPDX-License-Identifier: MIT
 * Dates known to the day, the month or the year, as intervals of days since
 * 1970-01-01 (proleptic Gregorian), both ends inclusive.
 */
#ifndef CONCORD_DOMAIN_DATE_H
#define CONCORD_DOMAIN_DATE_H

#include "base/slice.h"

#include <stdint.h>

/* Ends of time: an unknown or unbounded end. Real dates lie well inside. */
#define DAY_MIN (-2000000)
#define DAY_MAX 4000000

struct date_interval {
    int32_t earliest;
    int32_t latest;
};

static inline bool date_is_known(struct date_interval d)
{
    return d.earliest != DAY_MIN || d.latest != DAY_MAX;
}

static inline bool date_is_day(struct date_interval d)
{
    return d.earliest == d.latest;
}

enum date_fault {
    DATE_OK,
    DATE_UNREADABLE,  /* not one of the accepted forms */
    DATE_IMPOSSIBLE,  /* 2024-02-31 */
    DATE_MONTH_FIRST, /* 12/31/2024: there is no such day, but one with the month first */
};

/* Reads exactly the forms of DATA.md, after trimming: 2024-12-09, 2024-12, 2024,
 * 09/12/2024 (day first, one or two digits), 9 December 2024, 9 Dec 2024 (any
 * case); in the last three a year of two digits is 20yy. Years 1900 to 2199.
 * Nothing else (SEMANTICS 7). */
enum date_fault date_parse(struct slice text, struct date_interval *ret_date);

/* What the way a date was written leaves open. */
struct date_writing {
    bool has_short_year; /* 06/01/25 */
    bool may_be_turned;  /* 06/01/2025: with the month first it is another day */
};
enum date_fault date_parse_written(struct slice text, struct date_interval *ret_date,
                                   struct date_writing *ret_writing);

/* What somebody who wrote an unreadable date may have meant, as an accepted
 * form ("December 2024", "12/2024" -> 2024-12; "9th Dec 2024" -> 2024-12-09), in
 * out; false and "" where there is no safe reading. */
bool date_suggest(struct slice text, char out[16]);

/* Writes 2024-12-09, 2024-12 or 2024 by the interval's width; "" if unknown. */
void date_format(struct date_interval d, char out[16]);

/* Writes "9 December 2024", "December 2024" or "2024"; of what only bounds give "a day up to 9
 * December 2024", "a day from ... on" or "a day from ... to ..."; else "an unknown date". */
enum { DATE_LONG_BYTES = 64 };
void date_format_long(struct date_interval d, char out[DATE_LONG_BYTES]);

/* The same of a day that only bounds give, which may happen to span a month or a year. */
void date_format_bounded(struct date_interval d, char out[DATE_LONG_BYTES]);

/* The same behind "on" or "in". */
void date_format_when(struct date_interval d, char out[DATE_LONG_BYTES]);

/* What is known of a day that is not: "received 3 March 2025, read 5 May 2025"; "" without. */
enum { DATE_BOUNDS_BYTES = 2 * DATE_LONG_BYTES + 32 };
void date_format_bounds(struct date_interval received, struct date_interval read,
                        char out[DATE_BOUNDS_BYTES]);

int32_t day_from_civil(int year, int month, int day);
void day_to_civil(int32_t day, int *ret_year, int *ret_month, int *ret_day);
/* 0 = Monday ... 6 = Sunday */
int day_weekday(int32_t day);

#endif
