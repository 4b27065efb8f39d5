/* SPDX-License-Identifier: MIT
 * Cells of a stance that hold one and something else, "NCND s31(3)", or several, "NCND / not held".
 */
#ifndef CONCORD_INTAKE_WORD_HINTS_H
#define CONCORD_INTAKE_WORD_HINTS_H

#include "domain/vocabulary.h"
#include "intake/word_book.h"

enum { WORD_HINT_BYTES = 400 };

/* What to do with a text that is no word of the list, by the words and published synonyms that
 * stand whole in it; false where there is none, or where the text may deny it. */
bool hint_for_word(const struct word_book *book, const struct vocabulary *words, struct slice text,
                   char out[WORD_HINT_BYTES]);

#endif
