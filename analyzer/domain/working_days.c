/* SPDX-License-Identifier: MIT */
#include "domain/working_days.h"

#include "domain/date.h"

enum { SATURDAY = 5 };

/* The index of the first holiday on or after the day. */
static size_t first_from(const struct holiday_calendar *calendar, int32_t day)
{
    size_t low = 0, high = calendar->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (calendar->days[middle] < day)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Every year has holidays: a year without one is a year not yet in the file. A
 * file without any says that there are none. */
static bool is_year_covered(const struct holiday_calendar *calendar, int32_t day)
{
    if (calendar->count == 0)
        return true;
    int year, month, day_of_month;
    day_to_civil(day, &year, &month, &day_of_month);
    size_t i = first_from(calendar, day_from_civil(year, 1, 1));
    return i < calendar->count && calendar->days[i] < day_from_civil(year + 1, 1, 1);
}

bool working_day_after(const struct holiday_calendar *calendar, int32_t receipt, int n,
                       int32_t *ret_day)
{
    if (n < 1 || receipt <= DAY_MIN || receipt >= DAY_MAX || !is_year_covered(calendar, receipt))
        return false;
    int32_t day = receipt;
    size_t next_holiday = first_from(calendar, receipt + 1);
    while (n > 0) {
        day++;
        bool is_holiday = next_holiday < calendar->count && calendar->days[next_holiday] == day;
        if (is_holiday)
            next_holiday++;
        if (!is_holiday && day_weekday(day) < SATURDAY)
            n--;
    }
    if (!is_year_covered(calendar, day))
        return false;
    *ret_day = day;
    return true;
}
