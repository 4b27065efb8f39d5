/* SPDX-License-Identifier: MIT */
#include "base/memory.h"

#include "base/error.h"

#include <stdlib.h>

void *memory_new(size_t count, size_t item_size)
{
    void *items = calloc(count ? count : 1, item_size);
    if (!items)
        fault("out of memory: %zu items of %zu bytes", count, item_size);
    return items;
}

void *memory_grow(void *items, size_t count, size_t *room, size_t item_size)
{
    if (count < *room)
        return items;
    size_t wanted = *room ? *room * 2 : 64;
    void *moved = reallocarray(items, wanted, item_size);
    if (!moved)
        fault("out of memory: %zu items of %zu bytes", wanted, item_size);
    *room = wanted;
    return moved;
}

void memory_release(void *pointer_to_pointer)
{
    void **owned = pointer_to_pointer;
    free(*owned);
    *owned = NULL;
}
