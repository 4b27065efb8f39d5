/* SPDX-License-Identifier: MIT */
#include "imports/sources/workbook_styles.h"

#include "base/text.h"
#include "domain/date.h"
#include "letters/reading/tree.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <strings.h>

/* The formats that have a number and no code (ECMA-376, 18.8.30). Those of times alone are none of
 * days; 27 to 36 and 50 to 58 are those of East Asia. */
static bool is_date_number(long number)
{
    static const struct {
        long first, last;
    } days[] = {{14, 17}, {22, 22}, {27, 31}, {36, 36}, {50, 54}, {57, 58}};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        if (number >= days[i].first && number <= days[i].last)
            return true;
    return false;
}

/* Behind what is quoted, escaped or in brackets; the place itself where nothing is. */
static const char *skip_literal(const char *at, bool *ret_is_elapsed)
{
    if (*at == '\\' || *at == '_' || *at == '*')
        return at[1] ? at + 2 : at + 1;
    if (*at != '"' && *at != '[')
        return at;
    if (*at == '[')
        *ret_is_elapsed = *ret_is_elapsed || strchr("hHmMsS", at[1]) != NULL;
    const char *end = strchr(at + 1, *at == '"' ? '"' : ']');
    return end ? end + 1 : at + strlen(at);
}

struct format_signs {
    bool has_day, has_month, has_time, has_other, is_elapsed;
    int zeros;
};

static struct format_signs read_code(const char *code)
{
    struct format_signs signs = {0};
    while (*code && *code != ';') {
        const char *behind = skip_literal(code, &signs.is_elapsed);
        if (behind != code) {
            code = behind;
            continue;
        }
        int c = tolower((unsigned char)*code++);
        signs.has_day = signs.has_day || c == 'd' || c == 'y';
        signs.has_month = signs.has_month || c == 'm';
        signs.has_time = signs.has_time || c == 'h' || c == 's';
        signs.zeros += c == '0';
        signs.has_other = signs.has_other || (c != '0' && c != '-' && c != ' ');
    }
    return signs;
}

struct workbook_style workbook_style_of_code(const char *code)
{
    struct workbook_style style = {0};
    if (strncasecmp(code, "general", 7) == 0 || strcmp(code, "@") == 0)
        return style;
    struct format_signs signs = read_code(code);
    bool is_day = signs.has_day || (signs.has_month && !signs.has_time);
    style.is_date = is_day && !signs.is_elapsed;
    style.digits = !signs.has_other && strspn(code, "0") == strlen(code) ? signs.zeros : 0;
    return style;
}

struct workbook_styles workbook_styles_read(const xmlDoc *doc, struct arena *arena)
{
    struct workbook_styles styles = {0};
    size_t room = 0;
    const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
    const xmlNode *codes = workbook_first(root, "numFmts"),
                  *formats = workbook_first(root, "cellXfs");
    for (xmlNode *xf = workbook_first(formats, "xf"); xf; xf = workbook_next(xf)) {
        const char *number = tree_attribute(xf, "numFmtId");
        struct workbook_style style = {.is_date = is_date_number(strtol(number, NULL, 10))};
        for (xmlNode *n = workbook_first(codes, "numFmt"); n; n = workbook_next(n))
            if (*number && strcmp(tree_attribute(n, "numFmtId"), number) == 0)
                style = workbook_style_of_code(tree_attribute(n, "formatCode"));
        styles.list = arena_grow(arena, styles.list, styles.count, &room, sizeof *styles.list);
        styles.list[styles.count++] = style;
    }
    return styles;
}

/* Excel counts a 29 February 1900, which there was not: what comes before is a day later than it
 * says, and day 60 is none. */
static bool day_of_serial(double serial, bool is_1904, int32_t *ret_day)
{
    static const double rounding = 1e-8, last = 2958465;
    double whole = floor(serial + rounding);
    if (whole < (is_1904 ? 0 : 1) || whole > last)
        return false;
    int32_t number = (int32_t)whole;
    if (is_1904)
        *ret_day = day_from_civil(1904, 1, 1) + number;
    else
        *ret_day = day_from_civil(1899, 12, number < 60 ? 31 : 30) + number;
    return is_1904 || number != 60;
}

const char *workbook_number(const struct workbook_styles *styles, size_t style, const char *value,
                            char out[WORKBOOK_NUMBER_BYTES])
{
    static const struct workbook_style plain = {0};
    static const double exact = 1e15;
    const struct workbook_style *s = style < styles->count ? &styles->list[style] : &plain;
    char *end;
    double number = strtod(value, &end);
    int32_t day;
    if (end == value || *end || !isfinite(number)) {
        text_cut(out, WORKBOOK_NUMBER_BYTES, "%s", value);
        return "text";
    }
    if (s->is_date && day_of_serial(number, styles->is_1904, &day)) {
        date_format((struct date_interval){day, day}, out);
        return "day";
    }
    bool is_whole = number >= 0 && number < exact && !(floor(number) < number);
    if (s->digits > 1 && s->digits < WORKBOOK_NUMBER_BYTES - 1 && is_whole)
        text_fit(out, WORKBOOK_NUMBER_BYTES, "%0*.0f", s->digits, number);
    else
        text_fit(out, WORKBOOK_NUMBER_BYTES, "%.15g", number);
    return "number";
}
