/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include "base/error.h"
#include "base/memory.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>

enum { BLOCK_BYTES = 64 << 10 };

struct arena_block {
    struct arena_block *next;
    alignas(max_align_t) char bytes[];
};

static void add_block(struct arena *arena, size_t bytes)
{
    size_t room = bytes > BLOCK_BYTES ? bytes : BLOCK_BYTES;
    struct arena_block *block = memory_new(1, sizeof *block + room);
    block->next = arena->blocks;
    arena->blocks = block;
    arena->used = 0;
    arena->room = room;
}

void *arena_new(struct arena *arena, size_t count, size_t item_size)
{
    enum { ALIGNMENT = alignof(max_align_t) };
    if (item_size && count > (SIZE_MAX - ALIGNMENT) / 2 / item_size)
        memory_exhausted();
    size_t bytes = (count * item_size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (!arena->blocks || arena->room - arena->used < bytes)
        add_block(arena, bytes);
    void *memory = arena->blocks->bytes + arena->used;
    arena->used += bytes;
    return memory;
}

char *arena_copy(struct arena *arena, struct slice text)
{
    char *copy = arena_new(arena, text.length + 1, 1);
    if (text.length)
        memcpy(copy, text.bytes, text.length);
    return copy;
}

void *arena_grow(struct arena *arena, void *items, size_t count, size_t *room, size_t item_size)
{
    enum { FIRST_ROOM = 16 };
    if (count < *room)
        return items;
    size_t larger = *room ? 2 * *room : FIRST_ROOM;
    void *copy = arena_new(arena, larger, item_size);
    if (count)
        memcpy(copy, items, count * item_size);
    *room = larger;
    return copy;
}

void arena_done(struct arena *arena)
{
    while (arena->blocks) {
        struct arena_block *next = arena->blocks->next;
        free(arena->blocks);
        arena->blocks = next;
    }
    *arena = (struct arena){0};
}
