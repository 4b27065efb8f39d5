/* SPDX-License-Identifier: MIT */
#include "domain/spreadsheet.h"

#include "domain/likeness.h"
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

static bool is_letter(char c)
{
    return isalpha((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* #DIV/0!, #REF!, #NAME?, and in other languages #BEZUG!, #NOM?, #ÜBERLAUF!, #¡REF! */
static bool is_named_error(struct slice s)
{
    if (s.length < 4 || !is_letter(s.bytes[1]) || !strchr("!?", s.bytes[s.length - 1]))
        return false;
    for (size_t i = 1; i + 1 < s.length; i++)
        if (!is_letter(s.bytes[i]) && !isdigit((unsigned char)s.bytes[i]) &&
            !strchr("/_", s.bytes[i]))
            return false;
    return true;
}

/* Identifiers of each row come here: most words are refuted by a byte. */
static bool is_one_of(struct slice s, const char *const *list)
{
    for (; *list; list++)
        if (s.length && (s.bytes[0] | 0x20) == ((*list)[0] | 0x20) && s.length == strlen(*list) &&
            begins_with(s, *list))
            return true;
    return false;
}

/* Err:502, and as a German program writes it. */
static bool is_numbered_error(struct slice s)
{
    static const char *const words[] = {"Err:", "Fehler:"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = strlen(words[i]);
        if (s.length > length && begins_with(s, words[i]))
            return length + digits_at(drop(s, length)) == s.length;
    }
    return false;
}

bool spreadsheet_is_error(struct slice s)
{
    /* Those that end in neither mark: not available, blank or out of reach, by language. */
    static const char *const others[] = {"#N/A",
                                         "#NV",
                                         "#N/D",
                                         "#N/DISP",
                                         "#I/T",
                                         "#N/B",
                                         "#YOK",
                                         "#HI\xc3\x81NYZIK",
                                         "#NEN\xc3\x8d_K_DISPOZICI",
                                         "#REF",
                                         "#VALUE",
                                         "#GETTING_DATA",
                                         "#DIV/0",
                                         "#NAME",
                                         "#NULL",
                                         "#NUM",
                                         "#BEZUG",
                                         "#WERT",
                                         "#ZEROFEHLER",
                                         "#H\xc3\x81NYZIK",
                                         "#\xd0\x9d/\xd0\x94",
                                         NULL};
    char first = s.length ? s.bytes[0] : '\0';
    if (first != '#' && first != 'E' && first != 'F' && first != 'L')
        return false;
    if (first == 'L')
        return slice_is(s, "Loading..."); /* of a sheet on the web that was not waited for */
    if (first != '#')
        return is_numbered_error(s);
    return is_one_of(s, others) || is_named_error(s) || (s.length > 1 && is_made_of(s, "#"));
}

bool spreadsheet_is_placeholder(struct slice s)
{
    enum { LONGEST = 15 };
    static const char *const words[] = {"nan",
                                        "null",
                                        "nat",
                                        "none",
                                        "nil",
                                        "<na>",
                                        "na",
                                        "n.a.",
                                        "n.a",
                                        "true",
                                        "false",
                                        "wahr",
                                        "falsch",
                                        "vrai",
                                        "faux",
                                        "verdadero",
                                        "falso",
                                        "tbc",
                                        "tba",
                                        "tbd",
                                        "not known",
                                        "not recorded",
                                        "not available",
                                        "not applicable",
                                        "(none)",
                                        "(null)",
                                        "(blank)",
                                        "#n/a n/a",
                                        NULL};
    if (s.length > LONGEST)
        return false;
    for (size_t i = 0; i < s.length; i++)
        if (isalnum((unsigned char)s.bytes[i]))
            return is_one_of(s, words);
    /* Dashes, dots and marks of question. */
    char letters[NAME_BYTES];
    likeness_of_name(s, letters);
    return !*letters;
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

/* As programs of some other languages shorten them, where that is not the English way. */
static bool is_foreign_month(struct slice s)
{
    static const char *const months[] = {"Mrz",
                                         "M\xc3\xa4r",
                                         "Mai",
                                         "Okt",
                                         "Dez",
                                         "janv",
                                         "f\xc3\xa9vr",
                                         "fevr",
                                         "mars",
                                         "avr",
                                         "juin",
                                         "juil",
                                         "ao\xc3\xbbt",
                                         "sept",
                                         "d\xc3\xa9"
                                         "c",
                                         "ene",
                                         "abr",
                                         "ago",
                                         "dic",
                                         "gen",
                                         "mag",
                                         "giu",
                                         "lug",
                                         "set",
                                         "ott",
                                         NULL};
    return is_one_of(slice_without_end(s, "."), months);
}

/* Jan-24 and 24-Jan, which are made of 1/24 and 24/1; "Jan 24" of a German program. */
static bool is_month_and_number(struct slice s)
{
    size_t at = 0;
    while (at < s.length && s.bytes[at] != '-' && s.bytes[at] != ' ')
        at++;
    if (at == s.length)
        return false;
    bool is_spaced = s.bytes[at] == ' ';
    struct slice a = slice_without_end((struct slice){s.bytes, at}, "."), b = drop(s, at + 1);
    bool begins_with_number = digits_at(a) > 0;
    struct slice number = begins_with_number ? a : b, month = begins_with_number ? b : a;
    bool is_short = month.length == 3 && !begins_with_number && number.length == 2;
    return month.length >= 3 && (month_from_name(month) > 0 || is_foreign_month(month)) &&
           digits_at(number) == number.length && (is_short || !is_spaced) &&
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
    bool has_fraction = digits + 1 < s.length && strchr(".,", s.bytes[digits]) &&
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
    enum { MOST_BEHIND_COMMA = 2 }; /* three are a group */
    size_t digits = digits_at(s);
    struct slice rest = drop(s, digits);
    if (digits == 0 || rest.length < 2 || !is_made_of(drop(rest, 1), "0"))
        return s;
    bool is_fraction =
        rest.bytes[0] == '.' || (rest.bytes[0] == ',' && rest.length - 1 <= MOST_BEHIND_COMMA);
    return is_fraction ? (struct slice){s.bytes, digits} : s;
}

/* Most cells have no marks, which is told by one byte: they are that one, or beyond ASCII. */
static bool is_plainly_no(char byte, char mark)
{
    return byte != mark && (unsigned char)byte < 0x80;
}

/* The length of a mark of quotation at that place, of either end where `is_end`, or 0. */
static size_t quote_at(struct slice s, bool is_end)
{
    static const char *const quotes[] = {"\"",           "\xe2\x80\x9c", "\xe2\x80\x9d",
                                         "\xe2\x80\x9e", "\xc2\xab",     "\xc2\xbb",
                                         "\xe2\x80\x98", "\xe2\x80\x99", "\xef\xbc\x82"};
    if (!s.length || is_plainly_no(s.bytes[is_end ? s.length - 1 : 0], '"'))
        return 0;
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
        size_t length = strlen(quotes[i]);
        if (s.length >= length &&
            memcmp(s.bytes + (is_end ? s.length - length : 0), quotes[i], length) == 0)
            return length;
    }
    return 0;
}

struct slice spreadsheet_without_quotes(struct slice s)
{
    size_t first = quote_at(s, false), last = first ? quote_at(drop(s, first), true) : 0;
    if (!last || s.length == first + last)
        return s;
    return slice_trim((struct slice){s.bytes + first, s.length - first - last});
}

/* The mark, or one that a program of letters made of it. */
static size_t mark_at(struct slice s)
{
    static const char *const marks[] = {"'", "\xe2\x80\x98", "\xe2\x80\x99"};
    if (!s.length || is_plainly_no(s.bytes[0], '\''))
        return 0;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (s.length >= strlen(marks[i]) && memcmp(s.bytes, marks[i], strlen(marks[i])) == 0)
            return strlen(marks[i]);
    return 0;
}

struct slice spreadsheet_without_mark(struct slice s)
{
    size_t mark = mark_at(s);
    if (!mark)
        return s;
    struct slice rest = slice_trim(drop(s, mark));
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

bool spreadsheet_takes_for_formula(struct slice text)
{
    static const char firsts[] = "=+-@\t\r";
    return text.length && memchr(firsts, text.bytes[0], sizeof firsts - 1) != NULL;
}
