/* SPDX-License-Identifier: MIT */
#ifndef CONCORD_LETTERS_ENDING_H
#define CONCORD_LETTERS_ENDING_H

#include "letters/state.h"

/* Where each question has one paragraph, what stands behind the paragraph of the last one is said
 * of the whole letter: its acts and citations become those of no question, unless they name one. */
void ending_settle(struct letter_state *state);

#endif
