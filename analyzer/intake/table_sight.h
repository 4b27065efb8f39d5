/* SPDX-License-Identifier: MIT
 * A first look at a responses file, before or beside its loading: what each column seems to hold,
 * whatever its heading says.
 */
#ifndef CONCORD_INTAKE_TABLE_SIGHT_H
#define CONCORD_INTAKE_TABLE_SIGHT_H

#include "intake/table.h"

enum { SIGHT_SHOWN_BYTES = 48 };

/* One column, as far as it was looked at. */
struct column_sight {
    char heading[SIGHT_SHOWN_BYTES], example[SIGHT_SHOWN_BYTES]; /* the first answer in it */
    int64_t cells;                                               /* that are filled; of them: */
    int64_t answers, ticks; /* words for an answer; yes, no and marks */
    int64_t wordings;       /* sentences */
    int64_t headings;       /* names of columns of the contract */
    int column;             /* of the contract, by its heading; -1: none */
    bool names_force, names_tool, names_request, names_question; /* the heading does */
    bool names_answer, is_date;
};

struct table_sight {
    struct column_sight *columns; /* owned */
    size_t count;
};

/* Looks at the first rows; the first with some cells is the heading, since titles may stand above
 * it. Nothing where the file cannot be read. Freed by table_sight_done. */
struct table_sight table_sight_look(const struct table *t);
void table_sight_done(struct table_sight *sight);

/* Is the text a word for an answer, of the stances or one that others use for them? */
bool says_answer(const struct word_book *book, struct slice text);

/* Do most cells say what `some` counts? */
bool mostly(int64_t some, const struct column_sight *column);

#endif
