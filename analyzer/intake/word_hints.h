/* SPDX-License-Identifier: MIT
 * Cells of a stance that hold one and something else, "NCND s31(3)", or several, "NCND / not held".
 */
#ifndef CONCORD_INTAKE_WORD_HINTS_H
#define CONCORD_INTAKE_WORD_HINTS_H

#include "domain/vocabulary.h"
#include "intake/word_book.h"

/* A zeroed one is empty. */
struct word_hints {
    struct text_index index; /* the text -> index into texts */
    char **texts;
    size_t count, room;
};
void word_hints_done(struct word_hints *hints);

/* What to do with a text that is no word of the list, by the words and published synonyms that
 * stand whole in it; "" where there is none, or where the text may deny it. Each text is worked out
 * once, and of a hostile file the first WORD_HINTS_SOUGHT alone. Lives as long as the hints, which
 * are of one list. */
enum { WORD_HINTS_SOUGHT = 1000 };
const char *word_hints_find(struct word_hints *hints, const struct word_book *book,
                            const struct vocabulary *words, struct slice text);

#endif
