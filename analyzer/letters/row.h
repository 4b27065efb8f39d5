/* SPDX-License-Identifier: MIT
 * Rows of a letter: one a question, or one for the whole letter where all are alike, each in the
 * readings that there are (LETTERS 3.1, 3.2).
 */
#ifndef CONCORD_LETTERS_ROW_H
#define CONCORD_LETTERS_ROW_H

#include "letters/block.h"

/* The rows in the memory of the reading. */
void rows_make(const struct letter_state *state, struct letter_reading *reading);

/* The address given for what is already public: "" where there is none. */
struct found_value link_find(const struct letter_state *state, const struct block *block,
                             uint64_t *flags);

#endif
