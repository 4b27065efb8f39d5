/* SPDX-License-Identifier: MIT
 * A CSV file of the corpus of letters, as texts by row and name of column.
 */
#ifndef CONCORD_TESTS_LETTERS_SHEET_H
#define CONCORD_TESTS_LETTERS_SHEET_H

#include "base/arena.h"

struct sheet {
    struct arena arena;
    const char **header, **cells; /* cells row by row */
    size_t columns, count;
};

/* A file that is missing or damaged fails the test. */
void sheet_open(struct sheet *sheet, const char *path);
bool sheet_has(const struct sheet *sheet, const char *column);
/* A column that is missing fails the test. */
const char *sheet_cell(const struct sheet *sheet, size_t row, const char *column);
void sheet_close(struct sheet *sheet);

#endif
