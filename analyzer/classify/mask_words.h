/* SPDX-License-Identifier: MIT
 * What a word of a letter may be where a name could stand: a title, a rank, a word of offices ...
 * (datasets/reference/mask-words.csv).
 */
#ifndef CONCORD_CLASSIFY_MASK_WORDS_H
#define CONCORD_CLASSIFY_MASK_WORDS_H

#include "base/dictionary.h"
#include "base/error.h"

enum mask_word {
    MASK_WORD_ANY,      /* it is not listed */
    MASK_WORD_TITLE,    /* Mr: belongs to the name */
    MASK_WORD_RANK,     /* Inspector: stands before it */
    MASK_WORD_PARTICLE, /* van: within a name, written small */
    MASK_WORD_ROLE,     /* Officer: the name ends before it */
    MASK_WORD_BODY,     /* Team: the words are no person's */
    MASK_WORD_PLACE,    /* Court: no person's either, but of an address */
    MASK_WORD_STOP,     /* Dear, Thank: the name ends before it */
    MASK_WORD_ORDINARY, /* Grant, May: a name that alone may be something else */
};

struct mask_words {
    struct text_index index, given; /* in small letters; names such as Jane, which are no kind */
};

/* Ended by mask_words_done, whatever comes of it. Errors, kind INPUT: a fault in the table. */
MUST_CHECK bool mask_words_load(struct mask_words *ret, struct error *err);
void mask_words_done(struct mask_words *words);

/* In any case, and with a full stop behind it or not. */
enum mask_word mask_words_kind(const struct mask_words *words, struct slice word);
/* Is it a name that parents give, and hardly ever anything else? */
bool mask_words_is_given(const struct mask_words *words, struct slice word);

#endif
