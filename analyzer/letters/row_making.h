/* SPDX-License-Identifier: MIT
 * One row of a letter from the acts of its block and an outcome of the coding table: its fields
 * (LETTERS 2.1), where they stand, and what is doubtful about them.
 */
#ifndef CONCORD_LETTERS_ROW_MAKING_H
#define CONCORD_LETTERS_ROW_MAKING_H

#include "letters/block.h"

/* What a rule of the coding table makes of a block. */
struct outcome {
    const struct coding_rule *rule; /* which fields it decides by */
    int stance;                     /* less than 0: none */
    enum held_statement held;
    fact_set facts;
};

/* Fills the row; what it points to lives in the arena. `flags`: those of the rule, to which those
 * of block and letter are added. Reading B is always for a person. */
void row_make(const struct letter_state *s, struct arena *arena, const struct block *block,
              const struct outcome *outcome, char reading, uint64_t flags, struct letter_row *row);

#endif
