/* SPDX-License-Identifier: MIT
 * What the number of a cell is by its format: a day, a reference with leading zeros, or a number.
 */
#ifndef CONCORD_IMPORTS_SOURCES_WORKBOOK_STYLES_H
#define CONCORD_IMPORTS_SOURCES_WORKBOOK_STYLES_H

#include "imports/sources/workbook_parts.h"

struct workbook_style {
    bool is_date;
    int digits; /* that a whole number is filled up to with zeros, 0: none */
};

struct workbook_styles {
    struct workbook_style *list; /* by the number that a cell gives */
    size_t count;
    bool is_1904; /* days are counted from 1904-01-01 */
};

/* Of the part with styles, NULL: there is none. In the arena. */
struct workbook_styles workbook_styles_read(const xmlDoc *doc, struct arena *arena);

/* What kind of format a code is: "dd/mm/yyyy", "0000". */
struct workbook_style workbook_style_of_code(const char *code);

/* The words of a number as it stands in the part, and its kind of source_cell. What is no number is
 * a text as it stands. */
enum { WORKBOOK_NUMBER_BYTES = 64 };
const char *workbook_number(const struct workbook_styles *styles, size_t style, const char *value,
                            char out[WORKBOOK_NUMBER_BYTES]);

#endif
