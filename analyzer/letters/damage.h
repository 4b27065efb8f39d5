/* SPDX-License-Identifier: MIT
 * What a letter lost before it came here: its first page, or its words to a scanner.
 */
#ifndef CONCORD_LETTERS_DAMAGE_H
#define CONCORD_LETTERS_DAMAGE_H

#include "letters/state.h"

/* Flags of the letter: what remains may say the opposite of the whole. After head_find. */
void damage_find(struct letter_state *s);

#endif
