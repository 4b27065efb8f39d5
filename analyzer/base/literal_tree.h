/* SPDX-License-Identifier: MIT
 * Literals that are looked for at all places of a text at once: what it costs grows with what is
 * there, and hardly with how many are looked for. A zeroed tree is empty.
 */
#ifndef CONCORD_BASE_LITERAL_TREE_H
#define CONCORD_BASE_LITERAL_TREE_H

#include "base/pattern_clues.h"

#include <stdint.h>

enum { LITERAL_PLACES = CLUE_TEXT_START + 1, LITERAL_BYTES = CLUE_BEYOND_ASCII + 1 };

/* What follows a literal's first bytes, small, since a search goes from one to the next. */
struct literal_node {
    uint64_t first_child : 24; /* children stand side by side, sorted by their bytes */
    uint64_t set : 24;         /* of values, of the literal that ends here; 0: none does */
    uint64_t byte : 8, child_count : 8;
};

/* Values that go with one literal, sorted. */
struct literal_set {
    uint32_t first, count;
};

/* Literals of one kind of place. */
struct literal_roots {
    uint32_t of_byte[LITERAL_BYTES]; /* nodes by the first byte; 0: none */
    uint32_t *of_pair;               /* by the classes of the first two bytes */
    uint32_t at_start;               /* of the empty literal */
};

struct literal_entry;

struct literal_tree {
    struct arena arena;
    struct literal_entry *entries; /* until the tree is built */
    size_t entry_count, entry_room;
    struct literal_node *nodes;
    size_t node_count, node_room;
    struct literal_set *sets; /* from 1 */
    size_t set_count, set_room;
    uint32_t *values;
    unsigned char class_of[LITERAL_BYTES]; /* 0: of bytes that no literal has among its first two */
    size_t class_count;
    struct literal_roots roots[LITERAL_PLACES];
};

/* `value` goes with the literal at that kind of place; CLUE_BEYOND_ASCII in it stands for any
 * character of that kind, and is its last. The bytes are borrowed until the tree is built. Only
 * CLUE_TEXT_START goes with a literal of no bytes. */
void literal_tree_add(struct literal_tree *tree, struct slice literal,
                      enum pattern_clue_place place, uint32_t value);

/* Once, when all are added, and before it is searched. */
void literal_tree_build(struct literal_tree *tree);
void literal_tree_done(struct literal_tree *tree);

/* A literal that stands there, by the set of its values. */
struct literal_hit {
    uint32_t at, set;
};

/* In the order of the text; memory is the arena's, and is used again by the next search. */
struct literal_hits {
    struct literal_hit *items;
    size_t count, room;
};

/* Finds all of them. */
void literal_tree_search(const struct literal_tree *tree, struct slice text, struct arena *arena,
                         struct literal_hits *hits);

#endif
