/* SPDX-License-Identifier: MIT */
#include "letters/written_date.h"

#include "base/text.h"
#include "domain/date.h"
#include "domain/month.h"

#include <ctype.h>

enum { PARTS = 3 };

/* A number or a word of the date. */
struct part {
    struct slice text;
    bool is_number;
};

static bool is_filling(struct slice word)
{
    static const char *const words[] = {"st", "nd", "rd", "th", "of", "day", "the", NULL};
    for (const char *const *w = words; *w; w++)
        if (slice_is(word, *w))
            return true;
    return false;
}

static size_t take_parts(struct slice text, struct part parts[PARTS])
{
    size_t count = 0;
    for (size_t at = 0; at < text.length;) {
        unsigned char first = (unsigned char)text.bytes[at];
        size_t end = at;
        while (end < text.length && isalnum((unsigned char)text.bytes[end]) &&
               !isdigit((unsigned char)text.bytes[end]) == !isdigit(first))
            end++;
        if (end == at) {
            at++;
            continue;
        }
        struct slice word = {text.bytes + at, end - at};
        if (!is_filling(word)) {
            if (count == PARTS)
                return PARTS + 1;
            parts[count++] = (struct part){word, isdigit(first) != 0};
        }
        at = end;
    }
    return count;
}

/* By its name, in English or in Welsh; 0 for any other word. */
static int month_of(struct slice word)
{
    static const char *const welsh[] = {"ionawr", "chwefror", "mawrth",     "ebrill",
                                        "mai",    "mehefin",  "gorffennaf", "awst",
                                        "medi",   "hydref",   "tachwedd",   "rhagfyr"};
    for (int i = 0; i < 12; i++)
        if (slice_is(word, welsh[i]))
            return i + 1;
    return month_from_beginning(word);
}

static const char *month_word(struct slice word)
{
    int month = month_of(word);
    return month ? month_name(month) : NULL;
}

static bool format(struct slice text, char out[16])
{
    struct date_interval date;
    out[0] = '\0';
    if (date_parse(text, &date) != DATE_OK)
        return false;
    date_format(date, out);
    return out[0] != '\0';
}

/* "02/2024" */
static bool numbered_month(struct slice month, struct slice year, char out[16])
{
    char plain[64];
    text_fit(plain, sizeof plain, "01/%.*s/%.*s", (int)month.length, month.bytes, (int)year.length,
             year.bytes);
    if (!format(slice_of(plain), out))
        return false;
    out[strlen("2024-02")] = '\0';
    return true;
}

bool written_date(struct slice text, char out[16])
{
    struct part p[PARTS] = {{{"", 0}, false}};
    char plain[64];
    size_t count = take_parts(text, p);
    out[0] = '\0';
    if (count < 2 || count > PARTS || text.length > 60)
        return false;
    size_t named = 0;
    while (named < count && p[named].is_number)
        named++;
    const char *month = named < count ? month_word(p[named].text) : NULL;
    if (named == count && count == PARTS) {
        bool is_iso = p[0].text.length == 4;
        text_fit(plain, sizeof plain, is_iso ? "%.*s-%.*s-%.*s" : "%.*s/%.*s/%.*s",
                 (int)p[0].text.length, p[0].text.bytes, (int)p[1].text.length, p[1].text.bytes,
                 (int)p[2].text.length, p[2].text.bytes);
        return format(slice_of(plain), out);
    }
    if (named == count && count == 2 && p[0].text.length < 3 && p[1].text.length == 4)
        return numbered_month(p[0].text, p[1].text, out);
    if (!month)
        return false;
    if (count == 2 && p[1 - named].text.length == 4) {
        struct slice year = p[1 - named].text;
        text_fit(plain, sizeof plain, "1 %s %.*s", month, (int)year.length, year.bytes);
        if (!format(slice_of(plain), out))
            return false;
        out[7] = '\0'; /* known to the month */
        return true;
    }
    if (count < PARTS || named > 1)
        return false;
    struct slice day = p[named == 0 ? 1 : 0].text;
    text_fit(plain, sizeof plain, "%.*s %s %.*s", (int)day.length, day.bytes, month,
             (int)p[2].text.length, p[2].text.bytes);
    return format(slice_of(plain), out);
}

enum { DAYS_SEARCHED = 366 };

static bool is_day(const char *date, int32_t *ret)
{
    struct date_interval day;
    bool ok = date_parse(slice_of(date), &day) == DATE_OK && date_is_day(day);
    *ret = ok ? day.earliest : 0;
    return ok;
}

/* The next day from `from` on, in steps of `step`, that is the `day`th, of the month where it is
 * not 0. */
static bool find_day(int32_t from, int step, int day, int month, char out[16])
{
    for (int i = 0; i <= DAYS_SEARCHED; i++) {
        int year, its_month, its_day;
        int32_t at = from + i * step;
        day_to_civil(at, &year, &its_month, &its_day);
        if (its_day != day || (month && its_month != month))
            continue;
        date_format((struct date_interval){at, at}, out);
        return true;
    }
    return false;
}

bool written_date_near(struct slice text, const char *latest, const char *before, char out[16])
{
    struct part p[PARTS] = {{{"", 0}, false}};
    int32_t from, to;
    if (written_date(text, out) && strlen(out) > 7)
        return true;
    size_t count = take_parts(text, p);
    if (count == 0 || count >= PARTS || out[0])
        return out[0] != '\0';
    size_t number = p[0].is_number ? 0 : 1;
    if (number >= count || !p[number].is_number || p[number].text.length > 2)
        return false;
    int day = 0, month = count == 2 ? month_of(p[1 - number].text) : 0;
    for (size_t i = 0; i < p[number].text.length; i++)
        day = 10 * day + p[number].text.bytes[i] - '0';
    if (count == 2 && !month)
        return false;
    if (!month && is_day(before, &from))
        return find_day(from, 1, day, month, out);
    return is_day(latest, &to) && find_day(to, -1, day, month, out);
}
