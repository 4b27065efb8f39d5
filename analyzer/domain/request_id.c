/* SPDX-License-Identifier: MIT */
#include "domain/request_id.h"

#include "domain/name.h"

#include <strings.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static struct slice drop(struct slice s, size_t bytes)
{
    return (struct slice){s.bytes + bytes, s.length - bytes};
}

/* Joined words too ("LogNo.995/24"): an identifier that merely begins like one of
 * them is kept whole, since what is left of it is no number. Longer words first. */
static size_t prefix_word_length(struct slice s)
{
    static const char *const words[] = {"circulation", "reference", "number", "log",
                                        "cru",         "ref",       "no"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        size_t length = strlen(words[i]);
        if (length <= s.length && strncasecmp(words[i], s.bytes, length) == 0)
            return length;
    }
    return 0;
}

static struct slice without_prefix(struct slice s)
{
    while (s.length) {
        size_t length = memchr(" .:#-", s.bytes[0], 5) ? 1 : prefix_word_length(s);
        if (length == 0)
            break;
        s = drop(s, length);
    }
    return s;
}

static size_t digits_at(struct slice s)
{
    size_t n = 0;
    while (n < s.length && is_digit(s.bytes[n]))
        n++;
    return n;
}

static struct slice skip_spaces(struct slice s)
{
    while (s.length && s.bytes[0] == ' ')
        s = drop(s, 1);
    return s;
}

/* What stands behind " / "; the slash of fractions and that of division count too. */
static struct slice after_slash(struct slice s)
{
    static const char *const slashes[] = {"/", "\xe2\x81\x84", "\xe2\x88\x95"};
    s = skip_spaces(s);
    for (size_t i = 0; i < sizeof slashes / sizeof slashes[0]; i++) {
        size_t length = strlen(slashes[i]);
        if (s.length > length && memcmp(s.bytes, slashes[i], length) == 0)
            return skip_spaces(drop(s, length));
    }
    return (struct slice){"", 0};
}

/* 995/24, 995/2024 or 00099524: the number and the two digits of its year. */
static bool read_number(struct slice s, struct slice *ret_number, struct slice *ret_year)
{
    size_t n = digits_at(s);
    if (n == s.length) {
        *ret_number = (struct slice){s.bytes, n >= 2 ? n - 2 : 0};
        *ret_year = drop(s, ret_number->length);
        return n >= 5 && n <= 8;
    }
    struct slice year = after_slash(drop(s, n));
    if (n < 1 || n > 6 || year.length == 0)
        return false;
    bool is_century =
        year.length == 4 && (memcmp(year.bytes, "20", 2) == 0 || memcmp(year.bytes, "19", 2) == 0);
    bool is_year = digits_at(year) == year.length && (year.length == 2 || is_century);
    if (!is_year)
        return false;
    *ret_number = (struct slice){s.bytes, n};
    *ret_year = drop(year, year.length - 2);
    return true;
}

static bool write_to(char *out, size_t size, struct slice number, struct slice year)
{
    const char *slash = year.length ? "/" : "";
    size_t length = number.length + strlen(slash) + year.length;
    if (length >= size)
        return false;
    memcpy(out, number.bytes, number.length);
    memcpy(out + number.length, slash, strlen(slash));
    if (year.length)
        memcpy(out + length - year.length, year.bytes, year.length);
    out[length] = '\0';
    return true;
}

bool request_id_is_number(struct slice text)
{
    struct slice number, year;
    return read_number(without_prefix(slice_trim(text)), &number, &year);
}

bool request_id_normalise(struct slice text, char *out, size_t size)
{
    text = slice_trim(text);
    struct slice number, year;
    char folded[NAME_BYTES];
    /* What cannot be seen, and full-width digits, are no part of a number. */
    name_fold(text, folded);
    if (text.length >= NAME_BYTES || !read_number(without_prefix(slice_of(folded)), &number, &year))
        return write_to(out, size, text, (struct slice){NULL, 0});
    while (number.length > 1 && number.bytes[0] == '0')
        number = drop(number, 1);
    return write_to(out, size, number, year);
}
