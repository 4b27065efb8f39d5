/* SPDX-License-Identifier: MIT
 * Statements by name, their parameters and columns by name. For rows of many columns, or a
 * loop over many rows, see store/row_map.h.
 */
#ifndef CONCORD_STORE_QUERY_H
#define CONCORD_STORE_QUERY_H

#include "store/database.h"

/* Prepares the statement of that name (store/statements.h), or the whole of an embedded file
 * where the name ends in .sql. A syntax error or surplus text is a fault: the texts are ours and
 * the tests prepare each of them. Caller finalizes. */
sqlite3_stmt *query_prepare(sqlite3 *db, const char *name);

/* cleanup attribute: finalizes at the end of the scope. */
void query_finalize(sqlite3_stmt **statement);
#define SCOPED_QUERY __attribute__((cleanup(query_finalize))) sqlite3_stmt *

/* The parameter of that name, written without its colon, and the result column of that name;
 * one that is not there is a fault. Texts are borrowed until the next step, or live until then.
 * An empty text and a real NaN bind NULL; NULL is read as 0, NaN and "". */
void query_bind_int(sqlite3_stmt *s, const char *parameter, int64_t value);
void query_bind_real(sqlite3_stmt *s, const char *parameter, double value);
void query_bind_text(sqlite3_stmt *s, const char *parameter, struct slice text);
void query_bind_null(sqlite3_stmt *s, const char *parameter);
int64_t query_get_int(sqlite3_stmt *s, const char *column);
double query_get_real(sqlite3_stmt *s, const char *column);
struct slice query_get_text(sqlite3_stmt *s, const char *column);
bool query_is_null(sqlite3_stmt *s, const char *column);

/* Steps to the next row, if there is one, and says afterwards whether there were no more, or
 * the loop was left; the statement is then ready for the next round:
 *     while (query_next(s))
 *         ...
 *     return query_done(s, err);
 * Errors: as database_failed. */
bool query_next(sqlite3_stmt *s);
MUST_CHECK bool query_done(sqlite3_stmt *s, struct error *err);

/* The same at a position that was looked up once (query_parameter_index), where every row
 * counts. */
void query_int(sqlite3_stmt *s, int position, int64_t value);
void query_null(sqlite3_stmt *s, int position);
void query_real(sqlite3_stmt *s, int position, double value); /* NaN binds NULL */
void query_text(sqlite3_stmt *s, int position, struct slice text);

/* Runs a statement that returns no row and resets it for the next binding. Errors: as
 * database_failed. */
MUST_CHECK bool query_run(sqlite3_stmt *s, struct error *err);

/* A column's text as a slice (valid until the next step); NULL gives an empty
 * slice with bytes "". */
struct slice query_column(sqlite3_stmt *s, int column);

/* The place of a parameter, counted from 1, or 0; that of a result column, counted from 0, or -1.
 */
int query_parameter_index(sqlite3_stmt *s, const char *name);
int query_column_index(sqlite3_stmt *s, const char *name);

#endif
