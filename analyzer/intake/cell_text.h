/* SPDX-License-Identifier: MIT
 * What a spreadsheet or a web page made of a cell, undone before it is read: text marks,
 * formulas, invisible characters. What cannot be undone is never taken for a value.
 */
#ifndef CONCORD_INTAKE_CELL_TEXT_H
#define CONCORD_INTAKE_CELL_TEXT_H

#include "intake/value.h"

/* *text becomes what was meant, in the row's memory or borrowed from what it was, and may then be
 * empty; the value's notes say what was done. False with row->fault filled. */
bool cell_text_undo(struct value_row *row, size_t column, struct slice *text);

/* Of an identifier of a request: 175022.0 becomes 175022, and grouped numbers are refused. */
bool cell_text_undo_number(struct value_row *row, size_t column, struct slice *text);

/* Of a request or a question that is not written as a number. */
bool cell_text_is_no_date(struct value_row *row, size_t column, struct slice text);

/* Of a file of the pack, that does not lead out of it. */
bool cell_text_is_path(struct value_row *row, size_t column, struct slice text);

#endif
