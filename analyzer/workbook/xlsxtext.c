/* SPDX-License-Identifier: MIT */
#include "workbook/xlsxtext.h"

#include "base/utf8.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

static const char replacement[] = "\xef\xbf\xbd";
static const char underscore[] = "_x005F_";
static const char cut_ending[] = " [cut: note 5]";
enum {
    ENDING_UNITS = sizeof cut_ending - 1,
    ESCAPE_BYTES = sizeof underscore - 1,
    URL_BYTES = 2079,
    NUMBER_BYTES = 64
};

static size_t character_length(char first)
{
    unsigned char c = (unsigned char)first;
    return c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
}

/* XML 1.0 has no control characters but these, and no U+FFFE and U+FFFF. */
static bool is_storable(const char *bytes, size_t length)
{
    if (length == 1)
        return (unsigned char)*bytes >= 0x20 || *bytes == '\t' || *bytes == '\n' || *bytes == '\r';
    return length != 3 ||
           (memcmp(bytes, "\xef\xbf\xbe", 3) != 0 && memcmp(bytes, "\xef\xbf\xbf", 3) != 0);
}

static bool is_escape(struct slice rest)
{
    if (rest.length < ESCAPE_BYTES || rest.bytes[1] != 'x' || rest.bytes[6] != '_')
        return false;
    for (int i = 2; i < 6; i++)
        if (!isxdigit((unsigned char)rest.bytes[i]))
            return false;
    return true;
}

/* The next character of rest as a cell holds it, borrowed; advances rest. `valid` counts
 * the bytes up to the next that is no UTF-8. */
static struct slice next_character(struct slice *rest, size_t *valid)
{
    if (*valid == 0)
        *valid = utf8_valid_length(*rest);
    size_t length = *valid ? character_length(*rest->bytes) : 1;
    struct slice shown = {rest->bytes, length};
    if (*valid == 0 || !is_storable(rest->bytes, length))
        shown = slice_of(replacement);
    else if (*rest->bytes == '_' && is_escape(*rest))
        shown = slice_of(underscore);
    *valid -= *valid ? length : 0;
    rest->bytes += length;
    rest->length -= length;
    return shown;
}

void xlsxtext_cell(struct slice text, char *out)
{
    char *at = out, *room_for_ending = out;
    size_t units = 0, valid = 0;
    while (text.length > 0) {
        struct slice shown = next_character(&text, &valid);
        size_t more = shown.length == 4 ? 2 : shown.length == ESCAPE_BYTES ? ESCAPE_BYTES : 1;
        if (units + more > XLSXTEXT_UNITS) {
            memcpy(room_for_ending, cut_ending, sizeof cut_ending);
            return;
        }
        memcpy(at, shown.bytes, shown.length);
        at += shown.length;
        units += more;
        if (units <= XLSXTEXT_UNITS - ENDING_UNITS)
            room_for_ending = at;
    }
    *at = '\0';
}

size_t xlsxtext_width(const char *text)
{
    size_t longest = 0, line = 0;
    for (; *text; text++) {
        if (*text == '\n')
            line = 0;
        else if (((unsigned char)*text & 0xc0) != 0x80 && ++line > longest)
            longest = line;
    }
    return longest;
}

size_t xlsxtext_lines(const char *text, size_t room)
{
    size_t lines = 1, line = 0;
    for (; *text; text++) {
        bool is_new = *text == '\n';
        if (is_new || (((unsigned char)*text & 0xc0) != 0x80 && ++line > room)) {
            line = is_new ? 0 : 1;
            lines++;
        }
    }
    return lines;
}

static bool is_plain_address(struct slice text)
{
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.bytes[i];
        if (c == '%' && (i + 2 >= text.length || !isxdigit((unsigned char)text.bytes[i + 1]) ||
                         !isxdigit((unsigned char)text.bytes[i + 2])))
            return false;
        if (!isalnum(c) && !memchr("-._~:/?#@!$&'()*+,;=%", c, 21))
            return false;
    }
    return true;
}

static bool holds(struct slice text, const char *part)
{
    return memmem(text.bytes, text.length, part, strlen(part)) != NULL;
}

bool xlsxtext_is_link(struct slice text)
{
    size_t scheme = text.length > 8 && strncasecmp(text.bytes, "https://", 8) == 0  ? 8
                    : text.length > 7 && strncasecmp(text.bytes, "http://", 7) == 0 ? 7
                                                                                    : 0;
    return scheme && text.length <= URL_BYTES && isalnum((unsigned char)text.bytes[scheme]) &&
           is_plain_address(text) && !holds(text, "internal:") && !holds(text, "external:");
}

static int digits(const char *bytes, int count)
{
    int value = 0;
    for (int i = 0; i < count; i++) {
        if (!isdigit((unsigned char)bytes[i]))
            return -1;
        value = value * 10 + (bytes[i] - '0');
    }
    return value;
}

bool xlsxtext_is_date(struct slice text, int *ret_year, int *ret_month, int *ret_day)
{
    if (text.length != strlen("2024-12-09") || text.bytes[4] != '-' || text.bytes[7] != '-')
        return false;
    *ret_year = digits(text.bytes, 4);
    *ret_month = digits(text.bytes + 5, 2);
    *ret_day = digits(text.bytes + 8, 2);
    return *ret_year > 1900 && *ret_month >= 1 && *ret_month <= 12 && *ret_day >= 1 &&
           *ret_day <= 31;
}

bool xlsxtext_is_number(struct slice text, double *ret_number)
{
    char copy[NUMBER_BYTES];
    if (text.length == 0 || text.length >= sizeof copy)
        return false;
    for (size_t i = 0; i < text.length; i++)
        if (!isdigit((unsigned char)text.bytes[i]) && !memchr("+-.e", text.bytes[i], 4))
            return false;
    memcpy(copy, text.bytes, text.length);
    copy[text.length] = '\0';
    char *end = NULL;
    *ret_number = strtod(copy, &end);
    return end == copy + text.length;
}

void xlsxtext_page(const char *text, char *out, size_t size)
{
    size_t at = 0;
    for (; *text; text++) {
        bool is_picture = *text == '&' && (text[1] == 'G' || text[1] == '[');
        const char *shown = is_picture ? "&&&B&B" : *text == '&' ? "&&" : NULL;
        size_t length = shown ? strlen(shown) : character_length(*text);
        if (at + length >= size)
            break;
        memcpy(out + at, shown ? shown : text, length);
        at += length;
        text += shown ? 0 : length - 1;
    }
    out[at] = '\0';
}
