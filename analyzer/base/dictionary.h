/* SPDX-License-Identifier: MIT
 * An open-addressing table from a 64-bit hash to a 32-bit number; what the
 * number means, and whether two keys with one hash are really equal, is the
 * caller's. Two uses: texts to codes, and response identifiers to rows (a
 * million of them, so 12 bytes an entry matter: see docs/decisions.md).
 */
#ifndef CONCORD_BASE_DICTIONARY_H
#define CONCORD_BASE_DICTIONARY_H

#include "base/slice.h"

#include <stdint.h>

struct dictionary {
    uint64_t *hashes;
    int32_t *numbers; /* -1: free */
    size_t capacity;  /* a power of two, or 0 */
    size_t count;
};

/* Called for an entry whose hash is that of the key. */
typedef bool dictionary_is_same(int32_t number, const void *key, void *context);

uint64_t dictionary_hash(struct slice text);

/* The number of the key, or -1. */
int32_t dictionary_find(const struct dictionary *d, uint64_t hash, dictionary_is_same *is_same,
                        const void *key, void *context);

/* Adds an entry without looking for an equal one. */
void dictionary_add(struct dictionary *d, uint64_t hash, int32_t number);

/* Frees the contents; a zeroed dictionary is empty and valid. */
void dictionary_done(struct dictionary *d);

/* Texts with numbers: owns copies of the texts. A zeroed one is empty. */
struct text_index {
    struct dictionary dictionary;
    char **texts; /* texts[i] belongs to numbers[i] */
    int32_t *numbers;
    size_t count, room;
};

/* The number of the text, or -1. */
int32_t text_index_find(const struct text_index *index, struct slice text);
/* Adds a text (which must not be in it yet). */
void text_index_add(struct text_index *index, struct slice text, int32_t number);
void text_index_done(struct text_index *index);

#endif
