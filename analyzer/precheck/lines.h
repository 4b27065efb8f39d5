/* SPDX-License-Identifier: MIT
 * Within this folder: words in lines of 80 columns, made printable. A word that is longer than a
 * line goes on in the next.
 */
#ifndef CONCORD_PRECHECK_LINES_H
#define CONCORD_PRECHECK_LINES_H

#include <stddef.h>
#include <stdio.h>

enum { LINE_COLUMNS = 80 };

/* A paragraph, its first line at `indent`, the others at `hang`. */
void lines_print(FILE *out, size_t indent, size_t hang, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

struct lines_cell {
    const char *text;
    size_t width; /* with the space behind it */
};
/* A row of a table, each cell wrapped for itself, at that indent. */
void lines_row(FILE *out, size_t indent, const struct lines_cell *cells, size_t count);

#endif
