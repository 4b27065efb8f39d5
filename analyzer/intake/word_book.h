/* SPDX-License-Identifier: MIT
 * Words that others use, from datasets/reference/words.csv: published synonyms of the words of
 * a list, words that say too little and what to do with them, abbreviations within names, and
 * bodies that are no forces (SEMANTICS 5). Nothing is guessed: what stands in no row of the file
 * is not known.
 */
#ifndef CONCORD_INTAKE_WORD_BOOK_H
#define CONCORD_INTAKE_WORD_BOOK_H

#include "base/dictionary.h"
#include "base/error.h"

/* One of the two is empty. */
struct word_meaning {
    char *word;   /* what it means: a word of the list, or an abbreviation in full */
    char *advice; /* what to do with it */
};

/* A zeroed one is empty. */
struct word_book {
    struct text_index index; /* the list and the folded spelling -> index into meanings */
    struct word_meaning *meanings;
    size_t count, room;
};

MUST_CHECK bool word_book_read(struct word_book *book, struct error *err);
void word_book_done(struct word_book *book);

/* What a spelling of that list means, without case, spaces, hyphens, underscores and full stops,
 * or NULL. */
const struct word_meaning *word_book_find(const struct word_book *book, const char *list,
                                          struct slice spelling);

#endif
