/* SPDX-License-Identifier: MIT
 * What the sheets of a workbook hold, in a form that costs little: one account is kept while
 * it is written and one made of the finished file, and the two must agree (xlsxcheck.h).
 */
#ifndef CONCORD_WORKBOOK_XLSXRECORD_H
#define CONCORD_WORKBOOK_XLSXRECORD_H

#include "base/slice.h"

#include <stdint.h>

enum { XLSXRECORD_SHEETS = 32 };

struct xlsxrecord_sheet {
    const char *name; /* borrowed; NULL in the account of a file */
    uint64_t rows, cells, texts, links;
    uint64_t sum;      /* of a hash of each cell's place and value: their order does not matter */
    uint64_t link_sum; /* the same of where the links lead */
    uint32_t last_row;
};

struct xlsxrecord {
    size_t count;
    struct xlsxrecord_sheet sheets[XLSXRECORD_SHEETS];
};

/* The hash of a text as the file has it, of a number. */
uint64_t xlsxrecord_text(struct slice text);
uint64_t xlsxrecord_number(double number);

/* Counts in a cell. The cells of a row come together. */
void xlsxrecord_add(struct xlsxrecord_sheet *sheet, uint32_t row, uint32_t column, bool is_text,
                    uint64_t value);

/* Counts in where a link leads: an address, or a place in the book, or both in two calls. */
void xlsxrecord_link(struct xlsxrecord_sheet *sheet, struct slice target);

#endif
