/* SPDX-License-Identifier: MIT */
#include "derive/deadline.h"

enum { WORKING_DAYS_TO_ANSWER = 20 };

/* Holidays of any part of the United Kingdom, or of Scotland alone (clause 33). */
static const struct holiday_calendar *calendar_of(const struct inputs *in, int32_t force_no)
{
    int foisa = vocabulary_code(&regimes, slice_of("FOISA"));
    return in->regime_of[force_no] == foisa ? &in->scotland : &in->uk;
}

bool deadline_of(const struct inputs *in, int32_t force_no, struct date_interval received,
                 struct date_interval *ret_due)
{
    const struct holiday_calendar *calendar = calendar_of(in, force_no);
    return working_day_after(calendar, received.earliest, WORKING_DAYS_TO_ANSWER,
                             &ret_due->earliest) &&
           working_day_after(calendar, received.latest, WORKING_DAYS_TO_ANSWER, &ret_due->latest);
}
