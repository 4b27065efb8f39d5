/* SPDX-License-Identifier: MIT
 * Guidance in force (clause 21) and conformance with it (clause 22). Guidance is
 * named by its index in inputs.guidance, -1 for none.
 */
#ifndef CONCORD_DERIVE_ADVICE_H
#define CONCORD_DERIVE_ADVICE_H

#include "derive/inputs.h"

/* The rows that match request and tool; returns how many. Room for guidance_count. */
size_t advice_candidates(const struct inputs *in, int32_t request_no, int32_t tool_no,
                         int32_t *ret_candidates);

/* Those of the candidates (and -1) that some reading chooses for the day, for a
 * force with or without an own acknowledgement; returns how many. Room for
 * guidance_count + 1. */
size_t advice_on_day(const struct inputs *in, const int32_t *candidates, size_t count, bool own,
                     int32_t day, int32_t *ret_chosen);

/* Does clause 21 choose a before b where they took effect on these days? */
bool advice_comes_first(const struct inputs *in, const struct guidance *a, int32_t a_from,
                        const struct guidance *b, int32_t b_from);

/* Is a row for forces with, or without, an own acknowledgement? */
bool advice_applies(const struct guidance *g, bool own);

enum conformance { CONFORMS_NO, CONFORMS_YES, CONFORMS_NOT_APPLICABLE };

/* partial_ncnd: 1, 0, or -1 for not known. */
enum conformance conformance_with(const struct inputs *in, int32_t guidance, int position,
                                  int partial_ncnd);

#endif
