/* SPDX-License-Identifier: MIT
 * What was answered, by the words and the citations of an outcome cell together.
 */
#ifndef CONCORD_IMPORTS_OUTCOME_ANSWER_H
#define CONCORD_IMPORTS_OUTCOME_ANSWER_H

#include "imports/outcome_cell.h"
#include "imports/outcome_words.h"

/* Texts are the program's own; NULL where there is none. */
struct outcome_answer {
    const char *stance;   /* of the list of stances */
    const char *other;    /* the stance that it may be else */
    const char *review;   /* why a person must look at it */
    const char *stage;    /* of which letter it is, where the words say so */
    const char *left_out; /* why it is no answer at all */
    bool is_partial_ncnd;
    bool is_waiting; /* there is no answer yet */
};

/* False: nothing can be said; `review` is then why, or NULL. The words are altered. */
bool outcome_answer_find(struct outcome_words *words, const struct outcome_cell *cell,
                         struct outcome_answer *ret);

/* What citations say against a stance that words gave: a limb that lets a force neither confirm
 * nor deny beside a denial, a disclosure, a refusal for cost. */
void outcome_answer_weigh(const struct outcome_cell *cell, struct outcome_answer *answer);

#endif
