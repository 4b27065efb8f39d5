/* SPDX-License-Identifier: MIT
 * Profiles: rows that are coded alike and stand alike before the record and the
 * advice, so that rules about rows look at each kind once.
 */
#ifndef CONCORD_DERIVE_PROFILES_H
#define CONCORD_DERIVE_PROFILES_H

#include "derive/letters.h"
#include "derive/standing.h"

/* Hashed as bytes, so without padding. */
struct profile {
    int32_t set_no;
    int32_t standing;
    int8_t regime, stance, position, topic, stage, partial_ncnd, held, harm_test,
        public_interest_test, has_link, dated, superseded, conflicting, spare[3];
};
_Static_assert(sizeof(struct profile) == 24, "a profile must have no padding");

struct profiles {
    struct standings standings;
    const struct profile *profiles;
    size_t count;
    const int32_t *of_fact; /* by index of the fact: index into profiles */
};

/* Writes the tables profile, profile_reading and response_meaning. The record is borrowed until
 * profiles_done, which frees the rest, also after an error: OUTPUT. */
MUST_CHECK bool profiles_build(const struct inputs *in, const struct record *record,
                               const struct letters *letters, struct profiles *ret,
                               struct error *err);
void profiles_done(struct profiles *p);

#endif
