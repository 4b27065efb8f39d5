/* SPDX-License-Identifier: MIT
 * How a letter stands before the record and the advice: all readings of its day,
 * shared by letters that stand alike. A standing is named by its index.
 */
#ifndef CONCORD_DERIVE_STANDING_H
#define CONCORD_DERIVE_STANDING_H

#include "base/dictionary.h"
#include "derive/record.h"

/* One possible state of the record and the advice (see profile_reading). Hashed
 * as bytes, so without padding. */
struct reading {
    int32_t guidance; /* index into inputs.guidance, -1: none */
    int32_t replaced; /* likewise */
    int16_t own, collaboration;
};
_Static_assert(sizeof(struct reading) == 12, "a reading must have no padding");

struct standing {
    size_t first, count; /* in standings.readings */
    bool third_party;    /* a third party's statement certainly in force */
};

/* Made with .in and .record, both borrowed, and grown by standing_of. */
struct standings {
    const struct inputs *in;
    const struct record *record;
    struct reading *readings;
    size_t reading_count, reading_room;
    struct standing *standings;
    size_t count, room;
    struct dictionary index;
};

void standings_done(struct standings *s);

/* For the force, request, tool and response date of a fact. */
int32_t standing_of(struct standings *s, const struct fact *fact);

/* Over all its readings: an own acknowledgement in each, in none; guidance in some. */
bool standing_always_own(const struct standings *s, int32_t standing);
bool standing_never_own(const struct standings *s, int32_t standing);
bool standing_is_guided(const struct standings *s, int32_t standing);

#endif
