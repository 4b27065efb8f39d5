/* SPDX-License-Identifier: MIT
 * Literals that patterns need, looked for all at once in a clause.
 */
#ifndef CONCORD_LETTERS_LITERALS_H
#define CONCORD_LETTERS_LITERALS_H

#include "base/arena.h"

#include <stdint.h>

enum { LITERALS_MAX = 2048 };

struct literal_set {
    struct arena arena;
    const char *texts[LITERALS_MAX];
    size_t lengths[LITERALS_MAX];
    uint16_t next[LITERALS_MAX]; /* with the same first two bytes; counted from 1 */
    uint16_t *first;             /* by these bytes */
    size_t count;
};

/* The number of the literal, which is added where it is new; -1 where there are too many, or where
 * it has less than two bytes. */
int literal_number(struct literal_set *set, struct slice text);

struct literal_hits {
    uint64_t bits[LITERALS_MAX / 64];
};

/* Which literals the text has. */
void literals_find(const struct literal_set *set, struct slice text, struct literal_hits *ret);

static inline bool literal_is_hit(const struct literal_hits *hits, unsigned number)
{
    return hits->bits[number / 64] >> (number % 64) & 1;
}

#endif
