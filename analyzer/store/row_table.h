/* SPDX-License-Identifier: MIT
 * Rows of C as a table of SQL, for an INSERT ... SELECT: one statement for all rows, which follow
 * one another at the end of a table, costs three quarters of one statement for each of them.
 */
#ifndef CONCORD_STORE_ROW_TABLE_H
#define CONCORD_STORE_ROW_TABLE_H

#include "store/row_map.h"

/* The row of that number, counted from 0; lives until the next is asked for. */
typedef const void *row_table_row(void *context, size_t number);

struct row_table;

/* A table without rows, with the columns of the declaration, a CREATE TABLE. Statements over it are
 * finalized before it is closed. Both texts are borrowed. */
struct row_table *row_table_open(sqlite3 *db, const char *name, const char *declaration);
void row_table_close(struct row_table *t);

/* Its rows from now on; `columns` reads all its columns (SELECT *). The context is borrowed. */
void row_table_fill(struct row_table *t, const struct row_map *columns, size_t count,
                    row_table_row *row, void *context);

#endif
