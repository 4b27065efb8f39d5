/* SPDX-License-Identifier: MIT
 * Tables as CSV for machines: RFC 4180 with LF, UTF-8 without a mark, a header
 * of the column names, exact values (nothing is neutralised for spreadsheets).
 */
#ifndef CONCORD_REPORT_CSVOUT_H
#define CONCORD_REPORT_CSVOUT_H

#include "store/query.h"

/* One field, quoted where it must be. Write errors stay in the stream. */
void csvout_write_field(FILE *out, struct slice value);

/* Header and all rows of a prepared statement; NULL is an empty field. A protective
 * marking stands on a line of its own before and after them; empty: none. Write errors
 * stay in the stream: whoever closes it checks. Errors: of the query. */
MUST_CHECK bool csvout_write(sqlite3_stmt *rows, struct slice marking, FILE *out,
                             struct error *err);

/* The same for a caller who steps through the rows: what stands before them, the row that the
 * statement is at, what stands behind them. */
void csvout_begin(sqlite3_stmt *rows, struct slice marking, FILE *out);
void csvout_write_row(sqlite3_stmt *rows, FILE *out);
void csvout_end(struct slice marking, FILE *out);

#endif
