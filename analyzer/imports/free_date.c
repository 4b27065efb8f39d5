/* SPDX-License-Identifier: MIT */
#include "imports/free_date.h"

#include "base/text.h"
#include "domain/date.h"
#include "domain/month.h"
#include "domain/name.h"
#include "domain/spreadsheet.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* The numbers and months of a date in the order in which they stand. */
struct pieces {
    int numbers[3], digits[3];
    char sign[3];  /* before each number */
    size_t count;  /* of the numbers */
    int month;     /* of the one name of a month; 0: none */
    size_t before; /* numbers before it */
    bool is_week, is_vague;
    bool is_other; /* a word that no date has */
};

static bool is_word(const char *word, size_t length, const char *const *words)
{
    for (; *words; words++)
        if (strlen(*words) == length && memcmp(*words, word, length) == 0)
            return true;
    return false;
}

static void take_word(struct pieces *p, const char *word, size_t length)
{
    static const char *const ordinals[] = {"st", "nd", "rd", "th", "of", "the", "on", NULL};
    static const char *const days[] = {"mon",    "tue",      "tues",    "wed",       "weds",
                                       "thu",    "thur",     "thurs",   "fri",       "sat",
                                       "sun",    "monday",   "tuesday", "wednesday", "thursday",
                                       "friday", "saturday", "sunday",  NULL};
    static const char *const weeks[] = {"w",         "c",        "wc", "wk", "week", "commencing",
                                        "beginning", "starting", "wb", "b",  NULL};
    static const char *const vague[] = {"mid",   "early",  "late",          "end",   "start",
                                        "begin", "middle", "around",        "about", "circa",
                                        "ca",    "approx", "approximately", NULL};
    int month = month_from_beginning((struct slice){word, length});
    if (is_word(word, length, days) || is_word(word, length, ordinals))
        return;
    if (month && !p->month) {
        p->month = month;
        p->before = p->count;
    } else if (is_word(word, length, weeks))
        p->is_week = true;
    else if (is_word(word, length, vague))
        p->is_vague = true;
    else
        p->is_other = true;
}

static bool take_number(struct pieces *p, const char *digits, size_t length, char sign)
{
    if (p->count == 3 || length > 4)
        return false;
    p->sign[p->count] = sign;
    p->digits[p->count] = (int)length;
    p->numbers[p->count++] = (int)strtol(digits, NULL, 10);
    return true;
}

static bool split(const char *text, struct pieces *p)
{
    const char *begin = text;
    *p = (struct pieces){0};
    while (*text) {
        size_t length = strspn(text, "0123456789");
        if (length && !take_number(p, text, length, text > begin ? text[-1] : ' '))
            return false;
        if (!length) {
            while (isalpha((unsigned char)text[length]))
                length++;
            if (length)
                take_word(p, text, length);
            else if (!strchr(" .,/-~'()", *text))
                return false;
            length += !length;
        }
        text += length;
    }
    return !p->is_other;
}

/* A day, or with day 0 a month; year 0: it is not written. */
struct written {
    int year, month, day;
};

static int whole_year(int number, int digits)
{
    return digits == 4 ? number : digits == 2 ? 2000 + number : 0;
}

/* "Dec 2024", "Dec-24", "Dec '24", "9 Dec". "Dec 24" may be a day and a year. */
static bool with_one_number(const struct pieces *p, struct written *ret)
{
    bool is_behind = p->before == 0;
    bool is_year = p->digits[0] == 4 ||
                   (is_behind && (p->numbers[0] > 31 || p->is_vague || strchr("-/'", p->sign[0])));
    if (is_behind && !is_year)
        return false;
    if (is_year)
        ret->year = whole_year(p->numbers[0], p->digits[0]);
    else
        ret->day = p->numbers[0];
    return ret->year || ret->day;
}

static bool with_month_name(const struct pieces *p, struct written *ret)
{
    *ret = (struct written){.month = p->month};
    if (p->count == 0)
        return true;
    if (p->count == 1)
        return with_one_number(p, ret);
    if (p->count != 2)
        return false;
    bool is_year_first = p->digits[0] == 4;
    ret->day = p->numbers[is_year_first];
    ret->year = whole_year(p->numbers[!is_year_first], p->digits[!is_year_first]);
    return ret->year && ret->day;
}

static bool in_numbers(const struct pieces *p, bool is_month_first, struct written *ret)
{
    *ret = (struct written){0};
    const int *n = p->numbers;
    if (p->count == 1 && p->digits[0] == 4 && !p->is_week) {
        ret->year = n[0];
        return true;
    }
    if (p->count == 3 && p->digits[0] == 4) {
        *ret = (struct written){n[0], n[1], n[2]};
    } else if (p->count == 3) {
        *ret = (struct written){whole_year(n[2], p->digits[2]), n[is_month_first ? 0 : 1],
                                n[is_month_first ? 1 : 0]};
    } else if (p->count == 2 && p->digits[1] == 4) {
        *ret = (struct written){n[1], n[0], 0};
    } else if (p->count == 2 && p->digits[0] == 4) {
        *ret = (struct written){n[0], n[1], 0};
    } else if (p->count == 2) {
        *ret = (struct written){0, n[is_month_first ? 0 : 1], n[is_month_first ? 1 : 0]};
    }
    return ret->month >= 1 && ret->month <= 12 && (ret->year || p->count == 2);
}

/* Of a day or month without a year, the year of the first one from that day on. */
static bool add_year(struct written *w, const char *sent)
{
    struct date_interval from;
    int year, month, day;
    if (!sent || date_parse(slice_of(sent), &from) != DATE_OK || !date_is_known(from) ||
        from.latest - from.earliest > 31)
        return false;
    day_to_civil(from.earliest, &year, &month, &day);
    bool is_past =
        w->month < month || (w->month == month && w->day && w->day < day && date_is_day(from));
    w->year = year + is_past;
    return true;
}

/* A week is its month, where it is within one; else the year, where it is. */
static bool print_week(const struct written *w, char out[FREE_DATE_BYTES])
{
    int year, month, day;
    day_to_civil(day_from_civil(w->year, w->month, w->day) + 6, &year, &month, &day);
    if (year != w->year)
        return false;
    text_fit(out, FREE_DATE_BYTES, month == w->month ? "%04d-%02d" : "%04d", w->year, w->month);
    return true;
}

static bool print(const struct pieces *p, const struct written *w, char out[FREE_DATE_BYTES])
{
    if (w->year < YEAR_FIRST || w->year > YEAR_LAST)
        return false;
    if (w->day && !is_civil_day(w->year, w->month, w->day))
        return false;
    if (p->is_week && w->day)
        return print_week(w, out);
    if (!w->month)
        text_fit(out, FREE_DATE_BYTES, "%04d", w->year);
    else if (!w->day || p->is_vague)
        text_fit(out, FREE_DATE_BYTES, "%04d-%02d", w->year, w->month);
    else
        text_fit(out, FREE_DATE_BYTES, "%04d-%02d-%02d", w->year, w->month, w->day);
    return true;
}

/* "2024-12-09T23:30:00+01:00", "2024-12-09 00:00:00", "09/12/2024 14:05": the day of its offset.
 * Returns how much of the text is the day. */
static size_t without_time(const char *text)
{
    const char *colon = strchr(text, ':');
    if (!colon)
        return strlen(text);
    const char *end = colon;
    while (end > text && isdigit((unsigned char)end[-1]))
        end--;
    bool is_time = end < colon && colon - end <= 2 && isdigit((unsigned char)colon[1]) &&
                   end > text && strchr(" t,", end[-1]);
    return is_time ? (size_t)(end - 1 - text) : strlen(text);
}

bool free_date_read(struct slice text, const struct free_date_context *context,
                    char out[FREE_DATE_BYTES])
{
    char folded[NAME_BYTES];
    struct pieces p;
    struct written w;
    int32_t number;
    out[0] = '\0';
    text = slice_trim(text);
    if (spreadsheet_day(text, &number)) {
        date_format((struct date_interval){number, number}, out);
        return true;
    }
    name_fold(text, folded);
    folded[without_time(folded)] = '\0';
    if (!split(folded, &p) || (!p.count && !p.month))
        return false;
    if (!(p.month ? with_month_name(&p, &w) : in_numbers(&p, context->is_month_first, &w)))
        return false;
    return (w.year || add_year(&w, context->sent)) && print(&p, &w, out);
}
