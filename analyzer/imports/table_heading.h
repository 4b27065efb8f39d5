/* SPDX-License-Identifier: MIT
 * Within this folder: the rows of one table in memory, and the one among them that names its
 * columns.
 */
#ifndef CONCORD_IMPORTS_TABLE_HEADING_H
#define CONCORD_IMPORTS_TABLE_HEADING_H

#include "imports/mapping.h"

#include <sqlite3.h>
#include <stdint.h>

struct table_cell {
    int column_no;
    const char *words;
    bool is_number, is_error, is_filled, has_link;
};

struct table_row {
    int64_t row_no;
    bool is_marked;
    struct table_cell *cells;
    size_t count, room;
};

/* Texts live in its arena. */
struct table_rows {
    struct arena arena;
    struct table_row *rows;
    size_t count, room;
};

MUST_CHECK bool table_rows_read(sqlite3 *db, int64_t table_no, struct table_rows *ret,
                                struct error *err);
void table_rows_done(struct table_rows *t);

/* What a column is: the field (NULL: none), and how strongly its heading says so, less being
 * stronger. */
struct table_column {
    int column_no;
    const char *heading, *field;
    const char *meant; /* what its heading says, where another column has that field; else NULL.
                          Then `field` is one of table_beside, whose words go into the note */
    size_t strength;
    bool is_known;
};

/* "beside_1": is it such a field? */
bool table_field_is_beside(const char *field);

struct table_columns {
    struct table_column *list; /* freed by its owner */
    size_t count;
};

/* The columns of a row of headings. */
struct table_columns table_heading_columns(const struct mapping *m, const struct table_row *row);

/* How many cells of the row are headings that the mapping's rules name. */
size_t table_heading_known(const struct mapping *m, const struct table_row *row);

/* The index of the row that names the columns, or -1. */
int64_t table_heading_find(const struct mapping *m, const struct table_rows *t, bool is_first);

/* The field of that column, or NULL. */
const char *table_columns_field(const struct table_columns *c, int column_no);

#endif
