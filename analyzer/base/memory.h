/* SPDX-License-Identifier: MIT
 * Heap memory that cannot fail: running out is a fault, not an error.
 */
#ifndef CONCORD_BASE_MEMORY_H
#define CONCORD_BASE_MEMORY_H

#include <stddef.h>

/* Zeroed memory for count items; the caller frees it. */
void *memory_new(size_t count, size_t item_size);

/* Room for one more item after `count`: returns items, moved when *room had to
 * grow (it doubles). New room is not zeroed. The caller frees the result. */
void *memory_grow(void *items, size_t count, size_t *room, size_t item_size);

/* For cleanup attributes on a pointer: frees what it points to. */
void memory_release(void *pointer_to_pointer);

#endif
