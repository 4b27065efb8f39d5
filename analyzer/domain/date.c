/* SPDX-License-Identifier: MIT */
#include "domain/date.h"

#include "base/text.h"
#include "domain/month.h"

#include <stdio.h>

/* Days and civil dates after the algorithms of Howard Hinnant ("chrono-
 * compatible low-level date algorithms"): years begin in March, eras of 400. */
int32_t day_from_civil(int year, int month, int day)
{
    int y = month <= 2 ? year - 1 : year;
    int era = (y >= 0 ? y : y - 399) / 400;
    int year_of_era = y - era * 400;
    int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

void day_to_civil(int32_t day, int *ret_year, int *ret_month, int *ret_day)
{
    int z = day + 719468;
    int era = (z >= 0 ? z : z - 146096) / 146097;
    int day_of_era = z - era * 146097;
    int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int month_from_march = (5 * day_of_year + 2) / 153;
    *ret_day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    *ret_month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    *ret_year = year_of_era + era * 400 + (*ret_month <= 2);
}

int day_weekday(int32_t day)
{
    int weekday = (day + 3) % 7; /* 1970-01-01 was a Thursday */
    return weekday < 0 ? weekday + 7 : weekday;
}

/* Reads min to max digits and nothing beyond them that is a digit. */
static bool take_number(struct slice *s, size_t min, size_t max, int *ret_number)
{
    size_t n = 0;
    int number = 0;
    while (n < s->length && n <= max && s->bytes[n] >= '0' && s->bytes[n] <= '9')
        number = number * 10 + (s->bytes[n++] - '0');
    if (n < min || n > max)
        return false;
    *s = (struct slice){s->bytes + n, s->length - n};
    *ret_number = number;
    return true;
}

static bool take_byte(struct slice *s, char byte)
{
    if (s->length == 0 || s->bytes[0] != byte)
        return false;
    *s = (struct slice){s->bytes + 1, s->length - 1};
    return true;
}

static bool take_spaces(struct slice *s)
{
    bool any = false;
    while (take_byte(s, ' '))
        any = true;
    return any;
}

enum { NOT_GIVEN = -1 };

/* A date as written, whether or not there is such a day. */
struct civil {
    int year, month, day;
    bool has_short_year, has_slashes;
};

/* 2024, 2024-12, 2024-12-09 */
static bool read_iso(struct slice s, struct civil *c)
{
    if (!take_number(&s, 4, 4, &c->year))
        return false;
    if (s.length == 0)
        return true;
    if (!take_byte(&s, '-') || !take_number(&s, 2, 2, &c->month))
        return false;
    if (s.length == 0)
        return true;
    return take_byte(&s, '-') && take_number(&s, 2, 2, &c->day) && s.length == 0;
}

/* 2024, or 24 for the same. */
static bool take_year(struct slice *s, struct civil *c)
{
    enum { CENTURY = 2000 };
    if (take_number(s, 4, 4, &c->year))
        return true;
    c->has_short_year = take_number(s, 2, 2, &c->year);
    c->year += c->has_short_year ? CENTURY : 0;
    return c->has_short_year;
}

/* 09/12/2024, 9/12/24 */
static bool read_slashes(struct slice s, struct civil *c)
{
    c->has_slashes = true;
    return take_number(&s, 1, 2, &c->day) && take_byte(&s, '/') &&
           take_number(&s, 1, 2, &c->month) && take_byte(&s, '/') && take_year(&s, c) &&
           s.length == 0;
}

/* 9 December 2024, 09 dec 2024 */
static bool read_words(struct slice s, struct civil *c)
{
    if (!take_number(&s, 1, 2, &c->day) || !take_spaces(&s))
        return false;
    struct slice word;
    if (!slice_next_part(&s, ' ', &word))
        return false;
    c->month = month_from_name(word);
    take_spaces(&s);
    return c->month > 0 && take_year(&s, c) && s.length == 0;
}

static struct date_interval interval_of(struct civil c)
{
    if (c.month == NOT_GIVEN)
        return (struct date_interval){day_from_civil(c.year, 1, 1), day_from_civil(c.year, 12, 31)};
    int32_t first = day_from_civil(c.year, c.month, c.day == NOT_GIVEN ? 1 : c.day);
    if (c.day != NOT_GIVEN)
        return (struct date_interval){first, first};
    int next_year = c.month == 12 ? c.year + 1 : c.year;
    return (struct date_interval){first, day_from_civil(next_year, c.month % 12 + 1, 1) - 1};
}

static enum date_fault judge(struct civil c)
{
    if (c.year < YEAR_FIRST || c.year > YEAR_LAST)
        return DATE_UNREADABLE;
    if (is_civil_day(c.year, c.month == NOT_GIVEN ? 1 : c.month, c.day == NOT_GIVEN ? 1 : c.day))
        return DATE_OK;
    bool is_turned = c.has_slashes && is_civil_day(c.year, c.day, c.month);
    return is_turned ? DATE_MONTH_FIRST : DATE_IMPOSSIBLE;
}

enum date_fault date_parse_written(struct slice text, struct date_interval *ret_date,
                                   struct date_writing *ret_writing)
{
    static bool (*const forms[])(struct slice, struct civil *) = {read_iso, read_slashes,
                                                                  read_words};
    enum { MONTHS = 12 };
    text = slice_trim(text);
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        struct civil c = {.year = NOT_GIVEN, .month = NOT_GIVEN, .day = NOT_GIVEN};
        if (!forms[i](text, &c))
            continue;
        enum date_fault fault = judge(c);
        if (fault == DATE_OK)
            *ret_date = interval_of(c);
        *ret_writing = (struct date_writing){c.has_short_year,
                                             c.has_slashes && c.day <= MONTHS && c.day != c.month};
        return fault;
    }
    return DATE_UNREADABLE;
}

enum date_fault date_parse(struct slice text, struct date_interval *ret_date)
{
    struct date_writing writing;
    return date_parse_written(text, ret_date, &writing);
}

/* How much of the date the interval leaves open: the narrowest form that says
 * no more than is known. */
enum width { WIDTH_UNKNOWN, WIDTH_DAY, WIDTH_MONTH, WIDTH_YEAR };

static enum width width_of(struct date_interval d, struct civil *ret_first)
{
    if (d.earliest <= DAY_MIN || d.latest >= DAY_MAX)
        return WIDTH_UNKNOWN;
    struct civil last;
    day_to_civil(d.earliest, &ret_first->year, &ret_first->month, &ret_first->day);
    day_to_civil(d.latest, &last.year, &last.month, &last.day);
    if (d.earliest == d.latest)
        return WIDTH_DAY;
    if (ret_first->year != last.year)
        return WIDTH_UNKNOWN;
    return ret_first->month == last.month ? WIDTH_MONTH : WIDTH_YEAR;
}

void date_format(struct date_interval d, char out[16])
{
    struct civil c = {0};
    enum width width = width_of(d, &c);
    out[0] = '\0';
    unsigned year = (unsigned)c.year % 10000, month = (unsigned)c.month % 100;
    if (width == WIDTH_DAY)
        text_fit(out, 16, "%04u-%02u-%02u", year, month, (unsigned)c.day % 100);
    if (width == WIDTH_MONTH)
        text_fit(out, 16, "%04u-%02u", year, month);
    if (width == WIDTH_YEAR)
        text_fit(out, 16, "%04u", year);
}

static void format_day(int32_t day, char out[32])
{
    struct civil c = {0};
    day_to_civil(day, &c.year, &c.month, &c.day);
    text_fit(out, 32, "%u %s %u", (unsigned)c.day % 100, month_name(c.month),
             (unsigned)c.year % 10000);
}

/* An interval that is no month or year comes of bounds. */
void date_format_bounded(struct date_interval d, char out[DATE_LONG_BYTES])
{
    char first[32], last[32];
    bool has_first = d.earliest > DAY_MIN, has_last = d.latest < DAY_MAX;
    if (has_first)
        format_day(d.earliest, first);
    if (has_last)
        format_day(d.latest, last);
    if (d.earliest == d.latest)
        text_fit(out, DATE_LONG_BYTES, "%s", first);
    else if (has_first && has_last)
        text_fit(out, DATE_LONG_BYTES, "a day from %s to %s", first, last);
    else if (has_last)
        text_fit(out, DATE_LONG_BYTES, "a day up to %s", last);
    else if (has_first)
        text_fit(out, DATE_LONG_BYTES, "a day from %s on", first);
    else
        text_fit(out, DATE_LONG_BYTES, "an unknown date");
}

void date_format_long(struct date_interval d, char out[DATE_LONG_BYTES])
{
    struct civil c = {0};
    enum width width = width_of(d, &c);
    unsigned year = (unsigned)c.year % 10000;
    if (width == WIDTH_UNKNOWN)
        date_format_bounded(d, out);
    if (width == WIDTH_DAY)
        text_fit(out, DATE_LONG_BYTES, "%u %s %u", (unsigned)c.day % 100, month_name(c.month),
                 year);
    if (width == WIDTH_MONTH)
        text_fit(out, DATE_LONG_BYTES, "%s %u", month_name(c.month), year);
    if (width == WIDTH_YEAR)
        text_fit(out, DATE_LONG_BYTES, "%u", year);
}

void date_format_when(struct date_interval d, char out[DATE_LONG_BYTES])
{
    struct civil c = {0};
    enum width width = width_of(d, &c);
    char text[DATE_LONG_BYTES];
    date_format_long(d, text);
    text_cut(out, DATE_LONG_BYTES, "%s %s",
             width == WIDTH_MONTH || width == WIDTH_YEAR ? "in" : "on", text);
}

void date_format_bounds(struct date_interval received, struct date_interval read,
                        char out[DATE_BOUNDS_BYTES])
{
    char text[DATE_LONG_BYTES];
    out[0] = '\0';
    if (date_is_known(received)) {
        date_format_long(received, text);
        text_add(out, DATE_BOUNDS_BYTES, "received %s", text);
    }
    if (date_is_known(read)) {
        date_format_long(read, text);
        text_add(out, DATE_BOUNDS_BYTES, "%sread %s", *out ? ", " : "", text);
    }
}
