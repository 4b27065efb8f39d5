/* SPDX-License-Identifier: MIT
 * Readings in which several days are looked at together, each date being one day for all of them
 * (clause 65): which advice they may meet, and whether an own acknowledgement is in force on them.
 */
#ifndef CONCORD_DERIVE_TOGETHER_H
#define CONCORD_DERIVE_TOGETHER_H

#include "derive/record.h"

/* A day, and the advice that a reading is asked to choose for it. */
struct moment {
    int32_t day;
    bool own;                  /* the branch: with an own acknowledgement, or without */
    int32_t chosen;            /* index into inputs.guidance, -1: none */
    const int32_t *candidates; /* the rows that match request and tool */
    size_t count;
};

/* What the first day of one row is, beside its own dates. */
struct pinned {
    int32_t guidance; /* index, -1: no row */
    int32_t from;
};

/* Is there a reading of the dates of all rows of guidance in which clause 21 chooses, for each of
 * the moments (two at most), what it asks for? */
bool together_chosen(const struct inputs *in, const struct moment *moments, size_t count,
                     struct pinned pinned);

/* On which of two days an own acknowledgement may be in force: bit 0 on neither, 1 on the first
 * alone, 2 on the second alone, 3 on both. */
unsigned together_own(const struct record_entry *first, size_t count, int32_t day,
                      int32_t other_day);

#endif
