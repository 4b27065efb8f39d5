/* SPDX-License-Identifier: MIT
 * Memory of many small things that die together. A zeroed arena is empty and valid.
 */
#ifndef CONCORD_BASE_ARENA_H
#define CONCORD_BASE_ARENA_H

#include "base/slice.h"

struct arena_block;

struct arena {
    struct arena_block *blocks;
    size_t used, room; /* of the newest block */
};

/* Zeroed memory for count items, until arena_done. */
void *arena_new(struct arena *arena, size_t count, size_t item_size);

/* A copy with a NUL behind it. */
char *arena_copy(struct arena *arena, struct slice text);

/* Room for one more item after `count`: items, or a copy of them with twice the room. */
void *arena_grow(struct arena *arena, void *items, size_t count, size_t *room, size_t item_size);

void arena_done(struct arena *arena);

#endif
