/* SPDX-License-Identifier: MIT
 * A workbook unpacked, for tests: its parts as text, its cells as a reader sees them. (Names
 * that begin with workbook_ are those of libxlsxwriter.)
 */
#ifndef CONCORD_TESTS_WORKBOOK_UNPACKED_H
#define CONCORD_TESTS_WORKBOOK_UNPACKED_H

#include <stdbool.h>
#include <stddef.h>

struct unpacked {
    char folder[64];
    size_t sheets;
    char *names[64], *xml[64];
    size_t strings;
    char **string; /* the shared strings */
};

/* Unpacks the file into a folder beside it and reads it; every part must be well-formed. */
struct unpacked unpacked_open(const char *file);
void unpacked_close(struct unpacked *w);

/* A part of the package, "xl/styles.xml"; NULL where it is not there. Caller frees. */
char *unpacked_part(const struct unpacked *w, const char *name);

/* The number of the sheet; the test fails where there is none of that name. */
size_t unpacked_sheet(const struct unpacked *w, const char *name);

/* A cell, rows and columns counted from 1; false where it is empty. */
struct unpacked_cell {
    const char *text; /* NULL: a number */
    double number;
    int style; /* as in styles.xml */
};
bool unpacked_cell(const struct unpacked *w, size_t sheet, int row, int column,
                   struct unpacked_cell *ret_cell);

/* The text of a cell, which must be there and be text. */
const char *unpacked_text(const struct unpacked *w, size_t sheet, int row, int column);

/* The row of the table's header, 0 where the sheet has no table. */
int unpacked_header(const struct unpacked *w, size_t sheet);

#endif
