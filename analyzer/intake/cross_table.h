/* SPDX-License-Identifier: MIT
 * Tables with a row for each force (or tool, or request) and a column for each of the others, whose
 * cells are the answers: a responses file has a row for each answer instead.
 */
#ifndef CONCORD_INTAKE_CROSS_TABLE_H
#define CONCORD_INTAKE_CROSS_TABLE_H

#include "intake/table.h"

/* After the header of a responses file was refused: puts the reason into its place where the file
 * looks like a cross table. */
void cross_table_explain(const struct table *t, struct error *err);

/* After one that was accepted: a notice ("cross-table") where several columns that are only carried
 * hold answers. Errors: OUTPUT. */
MUST_CHECK bool cross_table_tell(const struct table *t, struct error *err);

/* Is the text a word for an answer, of the stances or one that others use for them? */
bool says_answer(const struct word_book *book, struct slice text);

#endif
