/* SPDX-License-Identifier: MIT
 * Opening and reading files that somebody else made: what stands there may be no file at
 * all, may keep a reader waiting, may never end, and may change while it is read. And removing
 * a folder that is our own.
 */
#ifndef CONCORD_BASE_FILE_H
#define CONCORD_BASE_FILE_H

#include "base/slice.h"

#include <time.h>

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

/* The bytes of a file; a zeroed one is empty. Ended by file_text_done. */
struct file_text {
    const char *bytes;
    size_t length;
    char *owned;   /* what is to be freed, or NULL */
    size_t mapped; /* what is to be unmapped, or 0 */
    int fd;        /* of what is mapped: closed in the end */
    struct timespec changed;
};

/* All of it, from where fd stands; false with the reason. Takes fd over, but not standard
 * input. Refused are more than FILE_BYTES_MAX, of what is no regular file more than
 * FILE_STREAM_BYTES_MAX, and what begins with FILE_NULS NUL bytes (/dev/zero, the hole of a
 * sparse file).
 *
 * A file of FILE_MAPPED_BYTES or more is mapped, one at a time, since copying takes long. Where
 * it is cut short meanwhile, zeros stand in the place of what is gone, and file_text_check
 * tells. */
enum { FILE_NULS = 65536, FILE_MAPPED_BYTES = 1 << 20 };
#define FILE_BYTES_MAX        ((size_t)2 << 30)
#define FILE_STREAM_BYTES_MAX ((size_t)512 << 20)
bool file_read(int fd, struct file_text *ret_text, struct file_reason *ret_reason);

/* Was it all there while it was used? False with the reason where it changed. */
bool file_text_check(const struct file_text *text, struct file_reason *ret_reason);
void file_text_done(struct file_text *text);

/* file_open_found and file_read in one, of no more than `most` bytes of it; copied, with a
 * NUL behind. */
enum file_outcome file_read_found(const char *path, size_t most, struct file_text *ret_text,
                                  struct file_reason *ret_reason);

/* Removes a folder with all that is in it, following no link and leaving what is mounted there.
 * False where something is left, with errno. */
bool file_remove_folder(const char *path);

#endif
