/* SPDX-License-Identifier: MIT
 * Text of any origin in the form that gnuplot draws as it is: its data files have tabs
 * between fields, and no quote, backslash, control or format character inside one.
 */
#ifndef CONCORD_REPORT_DRAWING_TEXT_H
#define CONCORD_REPORT_DRAWING_TEXT_H

#include "store/query.h"

/* A header of the column names, and the row that the statement is at, fields separated by
 * tabs; NULL is an empty field. Write errors stay in the stream. */
void drawing_text_begin(sqlite3_stmt *rows, FILE *out);
void drawing_text_write_row(sqlite3_stmt *rows, FILE *out);

/* Header and all rows; one without a first column is two empty lines: the end of an outline.
 * Errors: of the query. */
MUST_CHECK bool drawing_text_write_outlines(sqlite3_stmt *rows, FILE *out, struct error *err);

/* The text broken between words into exactly `lines` lines of at most `columns`
 * characters, each behind a bar; what does not fit is cut with an ellipsis, and lines
 * that are not needed hold the bar alone. */
void drawing_text_write_lines(const char *text, size_t columns, int lines, FILE *out);

#endif
