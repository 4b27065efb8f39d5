/* SPDX-License-Identifier: MIT
 * A CSV file of the reference data in the program, row by row. It was checked when it was put in: a
 * row that cannot be read, or has another number of cells, is a fault of the program.
 */
#ifndef CONCORD_READER_EMBEDDED_TABLE_H
#define CONCORD_READER_EMBEDDED_TABLE_H

#include "base/error.h"
#include "base/slice.h"

/* The cells of one row; they live until it returns. */
typedef void embedded_table_row(void *context, const struct slice *cells);

/* Gives each row below the heading, which must have that many cells. Without such a file there are
 * none. Errors: as csv_reader_open. */
MUST_CHECK bool embedded_table_read(const char *path, size_t cells, embedded_table_row *row,
                                    void *context, struct error *err);

#endif
