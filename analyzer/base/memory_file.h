/* SPDX-License-Identifier: MIT
 * Files in memory for another program to read or write. gnuplot does not look whether a picture
 * could be written, and no disk is too full for one of these; and what is in one is gone when the
 * last process that has it ends, however it ends. What was written is to be looked at all the same,
 * since a write can fail even here.
 */
#ifndef CONCORD_BASE_MEMORY_FILE_H
#define CONCORD_BASE_MEMORY_FILE_H

#include "base/error.h"
#include "base/slice.h"

/* A new one, which programs that are started from now on have too. Errors: OUTPUT. */
MUST_CHECK bool memory_file_open(int *ret_file, struct error *err);

/* The same, with those bytes in it. */
MUST_CHECK bool memory_file_open_with(struct slice bytes, int *ret_file, struct error *err);

/* Its path, the same for us and for them; the caller frees. */
char *memory_file_path(int file);

/* All that was written to it, with a NUL behind it; the caller frees. */
char *memory_file_read(int file, size_t *ret_length);

/* Negative: there is none. */
void memory_file_close(int file);

#endif
