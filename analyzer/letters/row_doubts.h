/* SPDX-License-Identifier: MIT
 * What is doubtful about a row beside what its acts have raised: which rows go to a person.
 */
#ifndef CONCORD_LETTERS_ROW_DOUBTS_H
#define CONCORD_LETTERS_ROW_DOUBTS_H

#include "letters/row_making.h"

/* Flags of a row whose values are set. */
uint64_t row_doubts(const struct letter_state *s, const struct block *b,
                    const struct outcome *outcome, const struct letter_row *row);

#endif
