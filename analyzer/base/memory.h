/* SPDX-License-Identifier: MIT
 * Heap memory that cannot fail: running out ends the program (error.h, memory_exhausted),
 * whoever asked for it. The allocation functions of the C library are replaced for the whole
 * process, since libraries that we call (libxlsxwriter, GSL) do not survive a refusal.
 */
#ifndef CONCORD_BASE_MEMORY_H
#define CONCORD_BASE_MEMORY_H

#include <stddef.h>
#include <stdio.h>

/* Zeroed memory for count items; the caller frees it. */
void *memory_new(size_t count, size_t item_size);

/* Room for one more item after `count`: returns items, moved when *room had to
 * grow (it doubles). New room is not zeroed. The caller frees the result. */
void *memory_grow(void *items, size_t count, size_t *room, size_t item_size);

/* Room for `size` bytes: `bytes`, moved. What is new is not zeroed. The caller frees the result. */
void *memory_resize(void *bytes, size_t size);

/* A stream into memory; what was written is at *ret_text, with a NUL behind it, once
 * memory_stream_end has closed it, and the caller frees it. */
FILE *memory_stream(char **ret_text, size_t *ret_length);
void memory_stream_end(FILE *stream);

/* A copy of the text; printf into memory of the length it needs. The caller frees. Text that
 * goes into a path or a message never goes through a buffer of fixed size, which would cut it. */
char *memory_copy(const char *text);
char *memory_print(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* For cleanup attributes on a pointer: frees what it points to. */
void memory_release(void *pointer_to_pointer);
#define SCOPED_TEXT __attribute__((cleanup(memory_release))) char *

#endif
