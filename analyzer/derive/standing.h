/* SPDX-License-Identifier: MIT
 * How a letter stands before the record and the advice: all readings of its day,
 * shared by letters that stand alike. A standing is an index in model.standings.
 */
#ifndef CONCORD_DERIVE_STANDING_H
#define CONCORD_DERIVE_STANDING_H

#include "derive/model.h"

/* For the force, request, tool and response date of a fact. */
int32_t standing_of(struct model *m, const struct fact *fact);

/* Over all its readings: an own acknowledgement in each, in none; guidance in some. */
bool standing_always_own(const struct model *m, int32_t standing);
bool standing_never_own(const struct model *m, int32_t standing);
bool standing_is_guided(const struct model *m, int32_t standing);

#endif
