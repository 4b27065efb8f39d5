/* SPDX-License-Identifier: MIT */
#include "domain/date.h"
#include "domain/month.h"

#include <strings.h>

/* What a careless date is made of: numbers and months, with what stood before. */
struct part {
    bool is_month;
    int number; /* the month's where is_month */
    size_t digits;
};

enum { PARTS_MAX = 3 };

struct parts {
    struct part items[PARTS_MAX];
    size_t count;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return ((unsigned char)c | 0x20) >= 'a' && ((unsigned char)c | 0x20) <= 'z';
}

/* "2024-12-09T10:30:00Z", "09/12/2024 00:00" -> the text before the time */
static struct slice without_time(struct slice s)
{
    const char *colon = s.length ? memchr(s.bytes, ':', s.length) : NULL;
    if (!colon)
        return s;
    size_t n = (size_t)(colon - s.bytes);
    while (n > 0 && is_digit(s.bytes[n - 1]))
        n--;
    bool has_gap = n > 0 && (s.bytes[n - 1] == ' ' || s.bytes[n - 1] == 'T');
    return (struct slice){s.bytes, has_gap ? n - 1 : 0};
}

static struct slice take_while(struct slice *s, bool (*belongs)(char))
{
    size_t n = 0;
    while (n < s->length && belongs(s->bytes[n]))
        n++;
    struct slice taken = {s->bytes, n};
    *s = (struct slice){s->bytes + n, s->length - n};
    return taken;
}

/* Words that say nothing: ordinals, "of", days of the week. */
static bool is_filler(struct slice word)
{
    static const char *const fillers[] = {
        "st",  "nd",   "rd",      "th",       "of",        "the",      "mon",   "monday",
        "tue", "tues", "tuesday", "wed",      "thu",       "thur",     "fri",   "thurs",
        "sat", "sun",  "friday",  "thursday", "wednesday", "saturday", "sunday"};
    for (size_t i = 0; i < sizeof fillers / sizeof fillers[0]; i++) {
        if (word.length == strlen(fillers[i]) &&
            strncasecmp(word.bytes, fillers[i], word.length) == 0)
            return true;
    }
    return false;
}

static bool add_number(struct parts *parts, struct slice digits)
{
    if (parts->count == PARTS_MAX || digits.length > 4)
        return false;
    struct part *part = &parts->items[parts->count++];
    *part = (struct part){.digits = digits.length};
    for (size_t i = 0; i < digits.length; i++)
        part->number = part->number * 10 + (digits.bytes[i] - '0');
    return true;
}

static bool add_word(struct parts *parts, struct slice word)
{
    int month = month_from_beginning(word);
    if (month == 0)
        return is_filler(word);
    if (parts->count == PARTS_MAX)
        return false;
    parts->items[parts->count++] = (struct part){.is_month = true, .number = month};
    return true;
}

static bool split(struct slice s, struct parts *parts)
{
    bool is_compact = s.length == 8; /* 20241209 */
    for (size_t i = 0; i < s.length; i++)
        is_compact = is_compact && is_digit(s.bytes[i]);
    if (is_compact)
        return add_number(parts, (struct slice){s.bytes, 4}) &&
               add_number(parts, (struct slice){s.bytes + 4, 2}) &&
               add_number(parts, (struct slice){s.bytes + 6, 2});
    while (s.length) {
        bool is_read = true;
        if (is_digit(s.bytes[0]))
            is_read = add_number(parts, take_while(&s, is_digit));
        else if (is_letter(s.bytes[0]))
            is_read = add_word(parts, take_while(&s, is_letter));
        else if (memchr(" ./-,\t'", s.bytes[0], 7))
            s = (struct slice){s.bytes + 1, s.length - 1};
        else
            return false;
        if (!is_read)
            return false;
    }
    return true;
}

/* The shape of the parts: M a month's name, Y four digits, n a smaller number. */
static void shape_of(const struct parts *parts, char shape[PARTS_MAX + 1])
{
    for (size_t i = 0; i < parts->count; i++) {
        const struct part *part = &parts->items[i];
        shape[i] = 'n';
        if (part->is_month)
            shape[i] = 'M';
        else if (part->digits == 4)
            shape[i] = 'Y';
        else if (part->digits > 2)
            shape[i] = '?';
    }
    shape[parts->count] = '\0';
}

/* For each shape, which part is which; 0: none, else its place from 1. Day first;
 * the second reading of a shape counts where the first gives no real day. */
static const struct reading {
    const char *shape;
    unsigned char day, month, year;
    bool has_short_year;
} readings[] = {
    {"nnY", 1, 2, 3, false}, {"nnY", 2, 1, 3, false}, {"Ynn", 3, 2, 1, false},
    {"nMY", 1, 2, 3, false}, {"MnY", 2, 1, 3, false}, {"YMn", 3, 2, 1, false},
    {"nY", 0, 1, 2, false},  {"MY", 0, 1, 2, false},  {"Yn", 0, 2, 1, false},
    {"YM", 0, 2, 1, false},  {"nnn", 1, 2, 3, true},  {"nnn", 2, 1, 3, true},
    {"nMn", 1, 2, 3, true},
};

static bool apply(const struct reading *reading, const struct parts *parts, char out[16])
{
    const struct part *year_part = &parts->items[reading->year - 1];
    if (reading->has_short_year && year_part->digits != 2)
        return false;
    int year = year_part->number + (reading->has_short_year ? 2000 : 0);
    int month = parts->items[reading->month - 1].number;
    int day = reading->day ? parts->items[reading->day - 1].number : 1;
    if (!is_civil_day(year, month, day))
        return false;
    int32_t number = day_from_civil(year, month, day);
    struct date_interval d = {number, number};
    if (!reading->day)
        d.latest = number + 1; /* the same month: written as a month */
    date_format(d, out);
    return true;
}

bool date_suggest(struct slice text, char out[16])
{
    out[0] = '\0';
    struct parts parts = {0};
    if (!split(without_time(slice_trim(text)), &parts))
        return false;
    char shape[PARTS_MAX + 1];
    shape_of(&parts, shape);
    /* 24-12-09 may begin with its day or with its year. */
    if (strcmp(shape, "nnn") == 0 && memchr(text.bytes, '-', text.length))
        return false;
    for (size_t i = 0; i < sizeof readings / sizeof readings[0]; i++) {
        if (strcmp(readings[i].shape, shape) == 0 && apply(&readings[i], &parts, out))
            return true;
    }
    return false;
}
