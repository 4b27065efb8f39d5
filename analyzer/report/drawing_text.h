/* SPDX-License-Identifier: MIT
 * Text of any origin in the form that gnuplot draws as it is: its data files have tabs
 * between fields, and no quote, backslash, control or format character inside one.
 */
#ifndef CONCORD_REPORT_DRAWING_TEXT_H
#define CONCORD_REPORT_DRAWING_TEXT_H

#include "store/query.h"

/* A header of the column names and all rows, fields separated by tabs; NULL is an
 * empty field. Of outlines, a row without a first column is two empty lines: the end of
 * one. Write errors stay in the stream. Errors: of the query. */
MUST_CHECK bool drawing_text_write_rows(sqlite3_stmt *rows, bool ends_outlines, FILE *out,
                                        struct error *err);

/* The text broken between words into exactly `lines` lines of at most `columns`
 * characters, each behind a bar; what does not fit is cut with an ellipsis, and lines
 * that are not needed hold the bar alone. */
void drawing_text_write_lines(const char *text, size_t columns, int lines, FILE *out);

#endif
