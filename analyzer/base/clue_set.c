/* SPDX-License-Identifier: MIT */
#include "base/clue_set.h"

#include <stdlib.h>

enum { SET_MAX = 256 };

static struct clue_set new_set(struct arena *arena, size_t room)
{
    return (struct clue_set){.items = arena_new(arena, room, sizeof(struct clue)), .room = room};
}

static struct clue_set single(struct arena *arena, struct clue item)
{
    struct clue_set set = new_set(arena, 1);
    set.items[set.count++] = item;
    return set;
}

struct clue_set clue_set_any(struct arena *arena)
{
    return single(arena, (struct clue){.is_open = true});
}

struct clue_set clue_set_empty(struct arena *arena, enum pattern_clue_place place)
{
    return single(arena, (struct clue){.clue.place = place});
}

struct clue_set clue_set_text(struct arena *arena, struct slice text)
{
    struct clue item = {.is_open = text.length > CLUE_BYTES};
    item.clue.length = (unsigned char)(item.is_open ? CLUE_BYTES : text.length);
    memcpy(item.clue.bytes, text.bytes, item.clue.length);
    return single(arena, item);
}

struct clue_set clue_set_bytes(struct arena *arena, const unsigned char *bytes, size_t count)
{
    struct clue_set set = new_set(arena, count);
    for (size_t i = 0; i < count; i++)
        set.items[set.count++] = (struct clue){.clue = {.bytes = {bytes[i]}, .length = 1},
                                               .is_open = bytes[i] == CLUE_BEYOND_ASCII};
    return set;
}

void clue_set_add(struct arena *arena, struct clue_set *set, const struct clue_set *other)
{
    for (size_t i = 0; i < other->count; i++) {
        set->items = arena_grow(arena, set->items, set->count, &set->room, sizeof *set->items);
        set->items[set->count++] = other->items[i];
    }
}

/* By place and bytes, so that one stands before those that begin with it. */
static int compare(const void *left, const void *right)
{
    const struct clue *a = left, *b = right;
    if (a->clue.place != b->clue.place)
        return a->clue.place < b->clue.place ? -1 : 1;
    int order = memcmp(a->clue.bytes, b->clue.bytes, CLUE_BYTES);
    if (order == 0)
        order = a->clue.length - b->clue.length;
    return order ? order : b->is_open - a->is_open;
}

static bool is_covered(const struct clue *item, const struct clue *by)
{
    return item->clue.place == by->clue.place && item->clue.length >= by->clue.length &&
           memcmp(item->clue.bytes, by->clue.bytes, by->clue.length) == 0;
}

static void sort(struct clue_set *set)
{
    size_t kept = 0;
    const struct clue *open = NULL;
    qsort(set->items, set->count, sizeof *set->items, compare);
    for (size_t i = 0; i < set->count; i++) {
        const struct clue *item = &set->items[i];
        bool is_twice = kept > 0 && compare(item, &set->items[kept - 1]) == 0;
        if (is_twice || (open && is_covered(item, open)))
            continue;
        set->items[kept] = *item;
        open = item->is_open ? &set->items[kept] : open;
        kept++;
    }
    set->count = kept;
}

static void cut_to(struct clue_set *set, size_t length)
{
    for (size_t i = 0; i < set->count; i++) {
        struct clue *item = &set->items[i];
        if (item->clue.length <= length)
            continue;
        memset(item->clue.bytes + length, 0, CLUE_BYTES - length);
        item->clue.length = (unsigned char)length;
        item->is_open = true;
    }
    sort(set);
}

void clue_set_tidy(struct arena *arena, struct clue_set *set)
{
    if (set->count > 1)
        sort(set);
    for (size_t length = CLUE_BYTES - 1; set->count > SET_MAX && length > 0; length--)
        cut_to(set, length);
    if (set->count > SET_MAX)
        *set = clue_set_any(arena);
}

void clue_set_limit(struct arena *arena, struct clue_set *set)
{
    if (set->count > SET_MAX)
        clue_set_tidy(arena, set);
}

static struct clue joined(const struct clue *a, const struct clue *b)
{
    struct clue item = *a;
    size_t room = CLUE_BYTES - (size_t)a->clue.length;
    size_t length = b->clue.length < room ? b->clue.length : room;
    memcpy(item.clue.bytes + a->clue.length, b->clue.bytes, length);
    item.clue.length = (unsigned char)(a->clue.length + length);
    item.is_open = b->is_open || length < b->clue.length;
    if (a->clue.length == 0 && a->clue.place == CLUE_ANYWHERE)
        item.clue.place = b->clue.place;
    return item;
}

struct clue_set clue_set_join(struct arena *arena, struct clue_set a, struct clue_set b)
{
    size_t closed = 0;
    for (size_t i = 0; i < a.count; i++)
        closed += !a.items[i].is_open;
    size_t room = a.count - closed + closed * b.count;
    if (closed == 0)
        return a;
    if (room > SET_MAX) {
        clue_set_open(&a);
        clue_set_tidy(arena, &a);
        return a;
    }
    struct clue_set set = new_set(arena, room);
    for (size_t i = 0; i < a.count; i++) {
        if (a.items[i].is_open)
            set.items[set.count++] = a.items[i];
        for (size_t k = 0; k < b.count && !a.items[i].is_open; k++)
            set.items[set.count++] = joined(&a.items[i], &b.items[k]);
    }
    return set;
}

void clue_set_open(struct clue_set *set)
{
    for (size_t i = 0; i < set->count; i++)
        set->items[i].is_open = true;
}

bool clue_set_is_closed(const struct clue_set *set)
{
    for (size_t i = 0; i < set->count; i++)
        if (set->items[i].is_open)
            return false;
    return true;
}

size_t clue_set_shortest(const struct clue_set *set)
{
    size_t shortest = CLUE_BYTES;
    for (size_t i = 0; i < set->count; i++)
        if (set->items[i].clue.length < shortest)
            shortest = set->items[i].clue.length;
    return shortest;
}
