/* SPDX-License-Identifier: MIT */
#include "domain/spreadsheet.h"

#include "domain/month.h"

#include <ctype.h>
#include <strings.h>

static struct slice drop(struct slice s, size_t bytes)
{
    return (struct slice){s.bytes + bytes, s.length - bytes};
}

static size_t digits_at(struct slice s)
{
    size_t n = 0;
    while (n < s.length && isdigit((unsigned char)s.bytes[n]))
        n++;
    return n;
}

static bool begins_with(struct slice s, const char *beginning)
{
    size_t length = strlen(beginning);
    return s.length >= length && strncasecmp(s.bytes, beginning, length) == 0;
}

static bool is_made_of(struct slice s, const char *bytes)
{
    for (size_t i = 0; i < s.length; i++)
        if (!strchr(bytes, s.bytes[i]) || !s.bytes[i])
            return false;
    return s.length > 0;
}

/* #DIV/0!, #REF!, #NAME?, and in other languages #BEZUG!, #NOM? */
static bool is_named_error(struct slice s)
{
    if (s.length < 4 || !isalpha((unsigned char)s.bytes[1]) || !strchr("!?", s.bytes[s.length - 1]))
        return false;
    for (size_t i = 1; i + 1 < s.length; i++)
        if (!isalnum((unsigned char)s.bytes[i]) && !strchr("/_", s.bytes[i]))
            return false;
    return true;
}

bool spreadsheet_is_error(struct slice s)
{
    static const char *const others[] = {"#N/A", "#NV", "#GETTING_DATA", "#REF", "#VALUE"};
    if (s.length == 0 || (s.bytes[0] != '#' && s.bytes[0] != 'E'))
        return false;
    if (begins_with(s, "Err:"))
        return s.length > 4 && 4 + digits_at(drop(s, 4)) == s.length;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (s.length == strlen(others[i]) && begins_with(s, others[i]))
            return true;
    if (s.bytes[0] != '#')
        return false;
    return is_named_error(s) || (s.length > 1 && is_made_of(s, "#"));
}

bool spreadsheet_is_rounded(struct slice s)
{
    if (s.length && s.bytes[0] == '-')
        s = drop(s, 1);
    size_t whole = digits_at(s);
    s = drop(s, whole);
    bool has_point = s.length && (s.bytes[0] == '.' || s.bytes[0] == ',');
    size_t fraction = has_point ? digits_at(drop(s, 1)) : 0;
    s = drop(s, has_point ? fraction + 1 : 0);
    if (whole != 1 || has_point != (fraction > 0) || s.length < 2 || tolower(s.bytes[0]) != 'e')
        return false;
    s = drop(s, 1);
    bool has_sign = s.bytes[0] == '+' || s.bytes[0] == '-';
    s = drop(s, has_sign);
    /* 1E5 may be an identifier that somebody chose. */
    return (has_sign || has_point) && s.length > 0 && s.length <= 3 && digits_at(s) == s.length;
}

bool spreadsheet_is_grouped(struct slice s)
{
    size_t first = digits_at(s), groups = 0;
    if (first < 1 || first > 3 || s.bytes[0] == '0')
        return false;
    s = drop(s, first);
    for (; s.length && s.bytes[0] == ',' && digits_at(drop(s, 1)) == 3; groups++)
        s = drop(s, 4);
    if (groups == 0)
        return false;
    bool has_more = s.length > 1 && (s.bytes[0] == '/' || s.bytes[0] == '.');
    return s.length == 0 || (has_more && 1 + digits_at(drop(s, 1)) == s.length);
}

/* Jan-24 and 24-Jan, which are made of 1/24 and 24/1. */
static bool is_month_and_number(struct slice s)
{
    const char *dash = s.length ? memchr(s.bytes, '-', s.length) : NULL;
    if (!dash)
        return false;
    struct slice a = {s.bytes, (size_t)(dash - s.bytes)}, b = drop(s, a.length + 1);
    bool begins_with_number = digits_at(a) > 0;
    struct slice number = begins_with_number ? a : b, month = begins_with_number ? b : a;
    return month.length >= 3 && month_from_name(month) > 0 && digits_at(number) == number.length &&
           (number.length == 1 || number.length == 2 || number.length == 4);
}

/* 2024-11-01 00:00:00 -> 2024-11-01 */
static struct slice without_midnight(struct slice s)
{
    static const char *const midnights[] = {" 00:00:00", "T00:00:00", " 00:00", "T00:00:00Z",
                                            "T00:00:00.000Z"};
    for (size_t i = 0; i < sizeof midnights / sizeof *midnights; i++)
        if (slice_ends_with(s, midnights[i]))
            return (struct slice){s.bytes, s.length - strlen(midnights[i])};
    return s;
}

bool spreadsheet_is_date(struct slice s)
{
    enum { SHORTEST = sizeof "1-Jan" - 1 };
    if (s.length < SHORTEST)
        return false;
    if (is_month_and_number(s))
        return true;
    struct date_interval date;
    enum date_fault fault = date_parse(without_midnight(s), &date);
    if (fault == DATE_OK)
        return date.earliest == date.latest;
    /* 12/31/2024, 01-Nov-24 */
    char meant[16];
    return s.length > 7 && isdigit((unsigned char)s.bytes[0]) && date_suggest(s, meant) &&
           strlen(meant) == strlen("2024-12-31");
}

bool spreadsheet_day(struct slice s, int32_t *ret_day)
{
    enum { DAY_ZERO = -25569, FIRST = 36526, LAST = 55153 }; /* 1899-12-30; 2000 to 2050 */
    size_t digits = digits_at(s);
    bool has_fraction = digits + 1 < s.length && s.bytes[digits] == '.' &&
                        digits + 1 + digits_at(drop(s, digits + 1)) == s.length;
    if (digits != 5 || (s.length > digits && !has_fraction))
        return false;
    int32_t number = 0;
    for (size_t i = 0; i < digits; i++)
        number = number * 10 + (s.bytes[i] - '0');
    *ret_day = number + DAY_ZERO;
    return number >= FIRST && number <= LAST;
}

struct slice spreadsheet_without_fraction(struct slice s)
{
    size_t digits = digits_at(s);
    struct slice rest = drop(s, digits);
    bool is_fraction =
        digits > 0 && rest.length > 1 && rest.bytes[0] == '.' && is_made_of(drop(rest, 1), "0");
    return is_fraction ? (struct slice){s.bytes, digits} : s;
}

struct slice spreadsheet_without_mark(struct slice s)
{
    if (s.length == 0 || s.bytes[0] != '\'')
        return s;
    struct slice rest = slice_trim(drop(s, 1));
    unsigned char next = rest.length ? (unsigned char)rest.bytes[0] : '0';
    return isalnum(next) || strchr("=+-@#*", next) || next >= 0x80 ? rest : s;
}

/* "text" at the beginning of *s, which it takes; no quotes within. */
static bool take_text(struct slice *s, struct slice *ret_text)
{
    if (s->length < 2 || s->bytes[0] != '"')
        return false;
    const char *end = memchr(s->bytes + 1, '"', s->length - 1);
    if (!end)
        return false;
    *ret_text = (struct slice){s->bytes + 1, (size_t)(end - s->bytes) - 1};
    *s = slice_trim(drop(*s, ret_text->length + 2));
    *ret_text = slice_trim(*ret_text);
    return true;
}

static bool take_byte(struct slice *s, const char *any)
{
    if (s->length == 0 || !strchr(any, s->bytes[0]))
        return false;
    *s = slice_trim(drop(*s, 1));
    return true;
}

static bool read_link(struct slice s, struct slice *ret_address, struct slice *ret_text)
{
    if (!take_byte(&s, "(") || !take_text(&s, ret_address))
        return false;
    if (take_byte(&s, ",;") && !take_text(&s, ret_text))
        return false;
    return take_byte(&s, ")") && s.length == 0;
}

enum formula spreadsheet_formula(struct slice s, struct slice *ret_address, struct slice *ret_text)
{
    static const char link[] = "HYPERLINK";
    *ret_address = *ret_text = (struct slice){"", 0};
    if (!take_byte(&s, "="))
        return FORMULA_NONE;
    struct slice rest = s;
    if (take_text(&rest, ret_text) && rest.length == 0)
        return FORMULA_TEXT;
    *ret_text = (struct slice){"", 0};
    if (begins_with(s, link) &&
        read_link(slice_trim(drop(s, sizeof link - 1)), ret_address, ret_text))
        return FORMULA_LINK;
    return FORMULA_OTHER;
}
