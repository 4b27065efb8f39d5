/* SPDX-License-Identifier: MIT
 * Statements from embedded .sql files. A file holds exactly one statement.
 */
#ifndef CONCORD_STORE_QUERY_H
#define CONCORD_STORE_QUERY_H

#include "store/database.h"

/* Prepares the embedded file. A syntax error or surplus text is a fault: the
 * files are ours and the tests prepare each of them. Caller finalizes. */
sqlite3_stmt *query_prepare(sqlite3 *db, const char *embedded_path);

/* cleanup attribute: finalizes at the end of the scope. */
void query_finalize(sqlite3_stmt **statement);
#define SCOPED_QUERY __attribute__((cleanup(query_finalize))) sqlite3_stmt *

/* Binding by position, counted from 1. Text is copied only by query_text_copy;
 * query_text borrows until the next step. An empty slice binds NULL. */
void query_int(sqlite3_stmt *s, int position, int64_t value);
void query_null(sqlite3_stmt *s, int position);
void query_real(sqlite3_stmt *s, int position, double value); /* NaN binds NULL */
void query_text(sqlite3_stmt *s, int position, struct slice text);

/* Steps a statement that returns rows: true with *ret_row telling whether
 * there is one. */
MUST_CHECK bool query_step(sqlite3_stmt *s, bool *ret_row, struct error *err);

/* Runs a statement that returns no row and resets it for the next binding. */
MUST_CHECK bool query_run(sqlite3_stmt *s, struct error *err);

/* A column's text as a slice (valid until the next step); NULL gives an empty
 * slice with bytes "". */
struct slice query_column(sqlite3_stmt *s, int column);

/* The index of a named result column, or -1. */
int query_column_index(sqlite3_stmt *s, const char *name);

#endif
