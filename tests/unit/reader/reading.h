/* SPDX-License-Identifier: MIT
 * A file as the reader sees it, written as one string for comparison: the header
 * "a|b", then each row as " 2:x|y" (its line) or " 3!field-count" (" 3!nul-byte@1"
 * where a column is concerned).
 */
#ifndef CONCORD_TESTS_UNIT_READER_READING_H
#define CONCORD_TESTS_UNIT_READER_READING_H

#include "base/slice.h"

/* A literal of any bytes, without its NUL. */
#define BYTES(literal)                                                                             \
    {                                                                                              \
        (literal), sizeof(literal) - 1                                                             \
    }

/* The reading on the heap; fails the test where the file cannot be opened. */
char *reading_of(struct slice file);

void assert_reading(struct slice file, const char *expected);

#endif
