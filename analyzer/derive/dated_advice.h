/* SPDX-License-Identifier: MIT
 * The dates of the advice on one request and tool, read in every way that makes a difference, one
 * reading after another: for findings that look at several letters, each of which meets the advice
 * on a day of its own (clause 65).
 */
#ifndef CONCORD_DERIVE_DATED_ADVICE_H
#define CONCORD_DERIVE_DATED_ADVICE_H

#include "derive/inputs.h"

enum { DATED_ROWS = 4 };

/* A row of advice whose dates are not known to the day, and the days to try for them. */
struct dated_row {
    int32_t guidance; /* index into inputs.guidance */
    struct trial_days from, to;
    size_t at_from, at_to;
};

/* Made zeroed; afterwards `in` is the inputs as the reading at hand has them. */
struct dated_advice {
    struct inputs in;
    struct guidance *guidance; /* in.guidance, its own */
    struct dated_row rows[DATED_ROWS];
    size_t count; /* of rows */
};

/* The first reading. The letters are answered within `days`, and may stand otherwise on each side
 * of the bounds of `marks`. More than some thousand readings are not tried: the rows that would
 * make them so many keep their intervals, and so does every row beyond DATED_ROWS. */
void dated_advice_begin(struct dated_advice *d, const struct inputs *in, int32_t request_no,
                        int32_t tool_no, struct date_interval days, const struct window *marks,
                        size_t mark_count);

/* Goes on to the next; false after the last. */
bool dated_advice_next(struct dated_advice *d);

void dated_advice_done(struct dated_advice *d);

#endif
