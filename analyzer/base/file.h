/* SPDX-License-Identifier: MIT
 * Opening and reading files that somebody else made: what stands there may be no file at
 * all, may keep a reader waiting, may never end, and may change while it is read.
 */
#ifndef CONCORD_BASE_FILE_H
#define CONCORD_BASE_FILE_H

#include "base/slice.h"

enum file_outcome {
    FILE_OPENED,
    FILE_ABSENT,  /* nothing of that name is there */
    FILE_REFUSED, /* something is, and is not to be read: see the reason */
};

/* Why it was not opened or read, also where it is absent, as a sentence about the file:
 * "cannot be read: it is no file, but a pipe". */
enum { FILE_REASON_BYTES = 160 };
struct file_reason {
    char text[FILE_REASON_BYTES];
};

/* A file that was come upon in a folder: a regular one, or a link to one. Never waits.
 * The caller closes *ret_fd. */
enum file_outcome file_open_found(const char *path, int *ret_fd, struct file_reason *ret_reason);

/* What somebody named on the command line: also a pipe, which it waits for, or a device of
 * characters (a terminal). The caller closes *ret_fd. */
enum file_outcome file_open_named(const char *path, int *ret_fd, struct file_reason *ret_reason);

/* What the caller frees with free(bytes). */
struct file_text {
    char *bytes; /* followed by a NUL */
    size_t length;
};

/* All of it, from where fd stands; false with the reason. It is copied, not mapped: a file
 * that is cut short meanwhile ends early and breaks nothing. Refused are more than
 * FILE_BYTES_MAX, of what is no regular file more than FILE_STREAM_BYTES_MAX, and what begins
 * with FILE_NULS NUL bytes (/dev/zero, the hole of a sparse file). */
enum { FILE_NULS = 65536 };
#define FILE_BYTES_MAX        ((size_t)2 << 30)
#define FILE_STREAM_BYTES_MAX ((size_t)1 << 30)
bool file_read(int fd, struct file_text *ret_text, struct file_reason *ret_reason);

/* file_open_found and file_read in one, at most `most` bytes and no more than are there. */
enum file_outcome file_read_found(const char *path, size_t most, struct file_text *ret_text,
                                  struct file_reason *ret_reason);

#endif
