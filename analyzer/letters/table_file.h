/* SPDX-License-Identifier: MIT
 * A table of datasets/reference as it is embedded, row by row, with columns by name.
 */
#ifndef CONCORD_LETTERS_TABLE_FILE_H
#define CONCORD_LETTERS_TABLE_FILE_H

#include "base/error.h"
#include "reader/csv_reader.h"

enum { TABLE_COLUMNS_MAX = 24 };

struct table_file {
    const char *path;
    struct csv_reader *reader;
    struct csv_row row;
    size_t fields[TABLE_COLUMNS_MAX]; /* of each wanted column */
};

/* `columns` ends with NULL. Errors, kind INPUT: no such file, a column that lacks. */
MUST_CHECK bool table_file_open(const char *path, const char *const *columns,
                                struct table_file *ret, struct error *err);
/* False at the end, and where a row cannot be read (err is then filled). */
bool table_file_next(struct table_file *table, struct error *err);
/* The cell of the wanted column of that number. Valid until the next row. */
struct slice table_file_cell(const struct table_file *table, size_t column);
void table_file_close(struct table_file *table);

#endif
