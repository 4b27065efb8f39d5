/* SPDX-License-Identifier: MIT
 * Sets of bytes that a part of a pattern may begin with: for pattern_clues.c, which reads patterns,
 * alone. All memory is the arena's.
 */
#ifndef CONCORD_BASE_CLUE_SET_H
#define CONCORD_BASE_CLUE_SET_H

#include "base/pattern_clues.h"

struct clue {
    struct pattern_clue clue;
    bool is_open; /* anything may follow; else these are all bytes of the part */
};

struct clue_set {
    struct clue *items;
    size_t count, room;
};

struct clue_set clue_set_any(struct arena *arena);
struct clue_set clue_set_empty(struct arena *arena, enum pattern_clue_place place);
struct clue_set clue_set_text(struct arena *arena, struct slice text);
/* One of these bytes. */
struct clue_set clue_set_bytes(struct arena *arena, const unsigned char *bytes, size_t count);

/* Adds those of another part, of which one or the other stands there. */
void clue_set_add(struct arena *arena, struct clue_set *set, const struct clue_set *other);
/* The one and then the other. */
struct clue_set clue_set_join(struct arena *arena, struct clue_set a, struct clue_set b);
/* Once all are added: not too many. */
void clue_set_limit(struct arena *arena, struct clue_set *set);
/* And none twice, none that begins with another that is open. */
void clue_set_tidy(struct arena *arena, struct clue_set *set);

/* With anything behind. */
void clue_set_open(struct clue_set *set);
bool clue_set_is_closed(const struct clue_set *set);

size_t clue_set_shortest(const struct clue_set *set);

#endif
