/* SPDX-License-Identifier: MIT */
#include "base/literal_tree.h"

#include "base/error.h"

#include <stdlib.h>

enum { NODES_MAX = 1 << 24 };

struct literal_entry {
    struct slice text;
    enum pattern_clue_place place;
    uint32_t value;
};

void literal_tree_add(struct literal_tree *tree, struct slice literal,
                      enum pattern_clue_place place, uint32_t value)
{
    tree->entries = arena_grow(&tree->arena, tree->entries, tree->entry_count, &tree->entry_room,
                               sizeof *tree->entries);
    tree->entries[tree->entry_count++] = (struct literal_entry){literal, place, value};
}

static int compare(const void *left, const void *right)
{
    const struct literal_entry *a = left, *b = right;
    if (a->place != b->place)
        return a->place < b->place ? -1 : 1;
    int order = slice_compare(a->text, b->text);
    if (order != 0)
        return order;
    return (a->value > b->value) - (a->value < b->value);
}

/* Room for nodes that stand side by side: the first of them. */
static uint32_t add_nodes(struct literal_tree *tree, size_t count)
{
    enum { FIRST_ROOM = 1024 };
    size_t room = tree->node_room ? tree->node_room : FIRST_ROOM;
    while (tree->node_count + count > room)
        room *= 2;
    if (room > NODES_MAX)
        internal_fault("too many literals for one tree");
    if (room > tree->node_room) {
        struct literal_node *nodes = arena_new(&tree->arena, room, sizeof *nodes);
        if (tree->node_count)
            memcpy(nodes, tree->nodes, tree->node_count * sizeof *nodes);
        tree->nodes = nodes;
        tree->node_room = room;
    }
    tree->node_count += count;
    return (uint32_t)(tree->node_count - count);
}

/* Entries, sorted, that are alike before a depth. */
struct run {
    size_t begin, end;
};

static unsigned char byte_at(const struct literal_tree *tree, size_t entry, size_t depth)
{
    return (unsigned char)tree->entries[entry].text.bytes[depth];
}

/* The entries at the front of a run that have the same byte at the depth. */
static struct run same_byte(const struct literal_tree *tree, struct run run, size_t depth)
{
    struct run same = {run.begin, run.begin + 1};
    while (same.end < run.end && byte_at(tree, same.end, depth) == byte_at(tree, run.begin, depth))
        same.end++;
    return same;
}

static struct run without_ended(const struct literal_tree *tree, struct run run, size_t depth)
{
    while (run.begin < run.end && tree->entries[run.begin].text.length == depth)
        run.begin++;
    return run;
}

static void set_values(struct literal_tree *tree, uint32_t node, struct run ended)
{
    if (ended.begin == ended.end)
        return;
    tree->sets =
        arena_grow(&tree->arena, tree->sets, tree->set_count, &tree->set_room, sizeof *tree->sets);
    tree->nodes[node].set = (uint32_t)tree->set_count & (NODES_MAX - 1);
    tree->sets[tree->set_count++] =
        (struct literal_set){(uint32_t)ended.begin, (uint32_t)(ended.end - ended.begin)};
}

/* What follows the first `depth` bytes of the entries: as deep as the longest of them. */
static void build_node(struct literal_tree *tree, uint32_t node, struct run run, size_t depth)
{
    struct run longer = without_ended(tree, run, depth);
    set_values(tree, node, (struct run){run.begin, longer.begin});
    size_t count = 0;
    for (struct run rest = longer; rest.begin < rest.end; count++)
        rest.begin = same_byte(tree, rest, depth).end;
    uint32_t child = add_nodes(tree, count);
    tree->nodes[node].first_child = child & (NODES_MAX - 1);
    tree->nodes[node].child_count = (unsigned char)count;
    while (longer.begin < longer.end) {
        struct run same = same_byte(tree, longer, depth);
        tree->nodes[child].byte = byte_at(tree, same.begin, depth);
        build_node(tree, child++, same, depth + 1);
        longer.begin = same.end;
    }
}

static void build_roots(struct literal_tree *tree, struct run run)
{
    struct literal_roots *roots = &tree->roots[tree->entries[run.begin].place];
    struct run longer = without_ended(tree, run, 0);
    if (longer.begin > run.begin) {
        roots->at_start = add_nodes(tree, 1);
        set_values(tree, roots->at_start, (struct run){run.begin, longer.begin});
    }
    while (longer.begin < longer.end) {
        struct run same = same_byte(tree, longer, 0);
        uint32_t node = add_nodes(tree, 1);
        roots->of_byte[byte_at(tree, same.begin, 0)] = node;
        build_node(tree, node, same, 1);
        longer.begin = same.end;
    }
}

static void find_classes(struct literal_tree *tree)
{
    for (size_t i = 0; i < tree->entry_count; i++)
        for (size_t depth = 0; depth < 2 && depth < tree->entries[i].text.length; depth++) {
            unsigned char *class = &tree->class_of[byte_at(tree, i, depth)];
            if (!*class)
                *class = (unsigned char)++tree->class_count;
        }
    tree->class_count++;
}

/* Most places of a text are passed over by their first two bytes. */
static void make_pairs(struct literal_tree *tree, struct literal_roots *roots)
{
    size_t classes = tree->class_count;
    roots->of_pair = arena_new(&tree->arena, classes * classes, sizeof *roots->of_pair);
    for (size_t byte = 0; byte < LITERAL_BYTES; byte++) {
        const struct literal_node *node = &tree->nodes[roots->of_byte[byte]];
        for (uint32_t i = 0; i < node->child_count; i++) {
            uint32_t child = node->first_child + i;
            size_t second = tree->class_of[tree->nodes[child].byte];
            roots->of_pair[tree->class_of[byte] * classes + second] = child;
        }
    }
}

void literal_tree_build(struct literal_tree *tree)
{
    add_nodes(tree, 1); /* 0 is none, of nodes and of sets */
    tree->sets = arena_grow(&tree->arena, NULL, 0, &tree->set_room, sizeof *tree->sets);
    tree->set_count = 1;
    if (tree->entry_count)
        qsort(tree->entries, tree->entry_count, sizeof *tree->entries, compare);
    for (struct run run = {0, 0}; run.begin < tree->entry_count; run.begin = run.end) {
        while (run.end < tree->entry_count &&
               tree->entries[run.end].place == tree->entries[run.begin].place)
            run.end++;
        build_roots(tree, run);
    }
    find_classes(tree);
    for (size_t place = 0; place < LITERAL_PLACES; place++)
        make_pairs(tree, &tree->roots[place]);
    tree->values = arena_new(&tree->arena, tree->entry_count + 1, sizeof *tree->values);
    for (size_t i = 0; i < tree->entry_count; i++)
        tree->values[i] = tree->entries[i].value;
    tree->entries = NULL;
}

void literal_tree_done(struct literal_tree *tree)
{
    arena_done(&tree->arena);
    *tree = (struct literal_tree){0};
}

struct search {
    const struct literal_tree *tree;
    struct slice text;
    struct arena *arena;
    struct literal_hits *hits;
};

static void add_hit(const struct search *s, uint32_t set, size_t at)
{
    struct literal_hits *hits = s->hits;
    if (hits->count == hits->room)
        hits->items =
            arena_grow(s->arena, hits->items, hits->count, &hits->room, sizeof *hits->items);
    hits->items[hits->count++] = (struct literal_hit){(uint32_t)at, set};
}

static inline void tell(const struct search *s, uint32_t node, size_t at)
{
    if (s->tree->nodes[node].set)
        add_hit(s, s->tree->nodes[node].set, at);
}

static inline bool begins_beyond_ascii(unsigned char byte)
{
    return byte >= 0xc0;
}

static inline uint32_t child_of(const struct literal_tree *tree, uint32_t node, unsigned char byte)
{
    struct literal_node n = tree->nodes[node];
    const struct literal_node *children = tree->nodes + n.first_child;
    for (uint32_t i = 0; i < n.child_count && children[i].byte <= byte; i++)
        if (children[i].byte == byte)
            return n.first_child + i;
    return 0;
}

/* All literals that begin at `at` and go on at `next` behind the bytes of the node. */
static void search_from(const struct search *s, uint32_t node, size_t at, size_t next)
{
    for (;; next++) {
        tell(s, node, at);
        if (!s->tree->nodes[node].child_count || next == s->text.length)
            return;
        unsigned char byte = (unsigned char)s->text.bytes[next];
        if (begins_beyond_ascii(byte))
            tell(s, child_of(s->tree, node, CLUE_BEYOND_ASCII), at);
        node = child_of(s->tree, node, byte);
        if (!node)
            return;
    }
}

static inline void search_at(const struct search *s, const struct literal_roots *roots, size_t at)
{
    const struct literal_tree *tree = s->tree;
    unsigned char byte = (unsigned char)s->text.bytes[at];
    tell(s, roots->of_byte[byte], at);
    if (begins_beyond_ascii(byte))
        tell(s, roots->of_byte[CLUE_BEYOND_ASCII], at);
    if (at + 1 == s->text.length)
        return;
    const uint32_t *of_pair = roots->of_pair + tree->class_of[byte] * tree->class_count;
    unsigned char second = (unsigned char)s->text.bytes[at + 1];
    if (begins_beyond_ascii(second))
        tell(s, of_pair[tree->class_of[CLUE_BEYOND_ASCII]], at);
    uint32_t node = of_pair[tree->class_of[second]];
    if (node)
        search_from(s, node, at, at + 2);
}

static bool is_word_byte(unsigned char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '_' ||
           (byte >= 'A' && byte <= 'Z');
}

void literal_tree_search(const struct literal_tree *tree, struct slice text, struct arena *arena,
                         struct literal_hits *hits)
{
    const struct search s = {tree, text, arena, hits};
    hits->count = 0;
    tell(&s, tree->roots[CLUE_TEXT_START].at_start, 0);
    if (text.length)
        search_at(&s, &tree->roots[CLUE_TEXT_START], 0);
    bool is_in_word = false;
    for (size_t at = 0; at < text.length; at++) {
        bool was_in_word = is_in_word;
        is_in_word = is_word_byte((unsigned char)text.bytes[at]);
        if (is_in_word && !was_in_word)
            search_at(&s, &tree->roots[CLUE_WORD_START], at);
        search_at(&s, &tree->roots[CLUE_ANYWHERE], at);
    }
}
