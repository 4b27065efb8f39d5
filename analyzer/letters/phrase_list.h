/* SPDX-License-Identifier: MIT
 * Parts the phrases of a book into groups, and works out for each where its match may begin.
 */
#ifndef CONCORD_LETTERS_PHRASE_LIST_H
#define CONCORD_LETTERS_PHRASE_LIST_H

#include "letters/phrase.h"

/* What literal_tree_search tells: that a match of the phrase of that number in its group may begin
 * there, or, with the bit PHRASE_NEED, that the need of that number is there. */
enum { PHRASE_GROUP_SHIFT = 25, PHRASE_NEED = 1 << 24, PHRASE_NUMBER = PHRASE_NEED - 1 };

/* Once the tables are loaded. */
void phrase_lists_make(struct phrase_book *book);
void phrase_lists_done(struct phrase_book *book);

#endif
