/* SPDX-License-Identifier: MIT
 * The working-day calendar of the two Acts (s10 FOIA with s10(6); s10 FOISA).
 */
#ifndef CONCORD_DOMAIN_WORKING_DAYS_H
#define CONCORD_DOMAIN_WORKING_DAYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Sorted days, without repeats; borrowed. */
struct holiday_calendar {
    const int32_t *days;
    size_t count;
};

/* The n-th working day after `receipt` (which may itself be closed); day 1 is the
 * first working day after it. False where the calendar does not cover the span:
 * no holiday is known in the year of the receipt or of the result. An empty
 * calendar covers every year: it says that there are no holidays. */
bool working_day_after(const struct holiday_calendar *calendar, int32_t receipt, int n,
                       int32_t *ret_day);

#endif
