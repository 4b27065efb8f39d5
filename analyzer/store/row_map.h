/* SPDX-License-Identifier: MIT
 * Rows of SQL as structs, joined by name: a field called unit_no is the parameter :unit_no of a
 * statement that writes, and the column unit_no of one that reads. The names are resolved once
 * for a statement; a parameter or column without a field, or a field without either, is a fault
 * of the program. So the order of columns means nothing anywhere.
 *
 *   struct cell_row { int32_t unit_no, force_no; const char *position; };
 *   static const struct field cell_fields[] = {FIELD(struct cell_row, unit_no), ...};
 *   SCOPED_ROW_MAP insert = row_writer(db, "insert_cell", cell_fields);
 *   ok = row_write(&insert, &(struct cell_row){.unit_no = 1, ...}, err);
 *
 *   SCOPED_ROW_MAP rows = row_reader(db, "cells", cell_fields);
 *   struct cell_row row;
 *   while (row_next(&rows, &row))
 *       ...
 *   return row_done(&rows, err);
 *
 * NULL is written for a real NaN, an empty text, an unknown interval of days, and an optional
 * field that is 0, and where the bool of a field says so; read, it is NaN, "", the unknown
 * interval and 0. Only a field that may lack may be without its parameter or column.
 */
#ifndef CONCORD_STORE_ROW_MAP_H
#define CONCORD_STORE_ROW_MAP_H

#include "base/field.h"
#include "domain/date.h"
#include "store/query.h"

/* The interval `responded` is the columns responded_earliest and responded_latest. */
#define FIELD_OF_DAYS(tag, member)                                                                 \
    {                                                                                              \
        .name = #member, .type = FIELD_DAYS,                                                       \
        .offset = offsetof(tag, member) + 0 * sizeof(((tag *)0)->member.latest)                    \
    }

enum { ROW_MAP_FIELDS = 48 };

struct row_slot {
    enum field_type type;
    bool is_optional, is_null; /* is_null: what was bound last */
    size_t offset, known_at;
    int position, position_of_latest; /* in the statement; the second of days alone */
};

struct row_map {
    sqlite3_stmt *statement;
    size_t count;
    struct row_slot slots[ROW_MAP_FIELDS];
};

enum row_direction { ROW_WRITES, ROW_READS };

/* Prepares the named statement; ended by row_map_done. More fields than ROW_MAP_FIELDS are a
 * fault. A statement that reads may have parameters, for query_int and its like. */
struct row_map row_map_open(sqlite3 *db, const char *statement, const struct field *fields,
                            size_t count, enum row_direction direction);
/* The same over a prepared statement, which row_map_done finalizes. */
struct row_map row_map_over(sqlite3_stmt *statement, const struct field *fields, size_t count,
                            enum row_direction direction);
void row_map_done(struct row_map *m);
#define SCOPED_ROW_MAP __attribute__((cleanup(row_map_done))) struct row_map
#define row_writer(db, statement, fields)                                                          \
    row_map_open(db, statement, fields, sizeof(fields) / sizeof *(fields), ROW_WRITES)
#define row_reader(db, statement, fields)                                                          \
    row_map_open(db, statement, fields, sizeof(fields) / sizeof *(fields), ROW_READS)

/* Binds all fields of the row, whose texts are borrowed, and runs the statement. Errors: as
 * database_failed. */
MUST_CHECK bool row_write(struct row_map *m, const void *row, struct error *err);

/* Binds alone, for a statement that answers: query_next and query_get_int on m->statement. */
void row_bind(struct row_map *m, const void *row);

/* Is NULL written for it? */
bool row_slot_is_null(const struct row_slot *slot, const void *row);
/* The value of that column, which is one of the slot's, as the result of a column or function of
 * SQL; its text is borrowed. */
void row_slot_give(const struct row_slot *slot, const void *row, int column, sqlite3_context *out);

/* Fills the fields with the next row, if there is one; texts live until the next call. */
bool row_next(struct row_map *m, void *ret_row);

/* Whether row_next ended because there were no more rows. Makes ready for the next round. Errors:
 * as database_failed. */
MUST_CHECK bool row_done(struct row_map *m, struct error *err);

#endif
