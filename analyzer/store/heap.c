/* SPDX-License-Identifier: MIT */
#include "store/heap.h"

#include <sqlite3.h>
#include <stdlib.h>

/* Before each block stands its size; SQLite wants blocks aligned as such a number is. */
struct block {
    int64_t size;
};

/* What a block takes beside its bytes, roughly: many small ones are not to pass for little. */
enum { OVERHEAD = sizeof(struct block) + 16 };

static struct {
    int64_t most; /* 0: no limit */
    int64_t used; /* less than 0 where older blocks were given back */
    bool was_reached;
} limit;

static struct block *block_of(void *bytes)
{
    return (struct block *)bytes - 1;
}

static bool has_room(int64_t more)
{
    if (limit.most == 0 || limit.used + more <= limit.most)
        return true;
    limit.was_reached = true;
    return false;
}

static void *take(int size)
{
    if (!has_room(size + OVERHEAD))
        return NULL;
    struct block *b = malloc(sizeof *b + (size_t)size);
    if (!b)
        return NULL;
    b->size = size;
    limit.used += size + OVERHEAD;
    return b + 1;
}

static void give_back(void *bytes)
{
    if (!bytes)
        return;
    struct block *b = block_of(bytes);
    limit.used -= b->size + OVERHEAD;
    free(b);
}

static void *resize(void *bytes, int size)
{
    int64_t more = size - block_of(bytes)->size;
    if (more > 0 && !has_room(more))
        return NULL;
    struct block *b = realloc(block_of(bytes), sizeof *b + (size_t)size);
    if (!b)
        return NULL;
    b->size = size;
    limit.used += more;
    return b + 1;
}

static int size_of(void *bytes)
{
    return bytes ? (int)block_of(bytes)->size : 0;
}

static int round_up(int size)
{
    return (size + 7) & ~7;
}

static int begin(void *context)
{
    (void)context;
    return SQLITE_OK;
}

static void end(void *context)
{
    (void)context;
}

void heap_install(void)
{
    static const sqlite3_mem_methods methods = {take,     give_back, resize, size_of,
                                                round_up, begin,     end,    NULL};
    sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
}

void heap_limit(int64_t bytes)
{
    limit.most = bytes;
    limit.used = 0;
    limit.was_reached = false;
}

bool heap_limit_was_reached(void)
{
    return limit.was_reached;
}
