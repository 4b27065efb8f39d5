/* SPDX-License-Identifier: MIT
 * Rows inside a quoted field: RFC 4180 lets a field run over lines, so nothing is wrong with a
 * row that a stray quote made of several. Lines that look like rows are for people to judge.
 */
#ifndef CONCORD_READER_SWALLOWED_H
#define CONCORD_READER_SWALLOWED_H

#include "base/slice.h"

/* Lines, counted from 1, of a row that look like rows of their own; 0: none does. */
struct swallowed {
    long first, last;
};

struct swallowed_look {
    char line_end, delimiter;
    size_t columns; /* of the header */
};

/* Looks at the lines of a row but its first, which is line `number`. */
struct swallowed swallowed_lines(struct slice row, long number, const struct swallowed_look *look);

#endif
