/* SPDX-License-Identifier: MIT
 * Names of months and lengths of months, for reading, writing and suggesting
 * dates. Not for other modules: see domain/date.h.
 */
#ifndef CONCORD_DOMAIN_MONTH_H
#define CONCORD_DOMAIN_MONTH_H

#include "base/slice.h"

enum { YEAR_FIRST = 1900, YEAR_LAST = 2199 };

/* "December" for 12. */
const char *month_name(int month);

/* 12 for "December" or "Dec" in any case; 0 for anything else. */
int month_from_name(struct slice word);

/* The same for any beginning of three letters or more: "Sept", "Decem". */
int month_from_beginning(struct slice word);

/* Is there such a day (month 1 to 12, day of that month), in a year we accept? */
bool is_civil_day(int year, int month, int day);

#endif
