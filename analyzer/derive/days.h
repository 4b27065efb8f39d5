/* SPDX-License-Identifier: MIT
 * The days worth trying inside an interval (clause 10): its ends, and each side
 * of each boundary that was added.
 */
#ifndef CONCORD_DERIVE_DAYS_H
#define CONCORD_DERIVE_DAYS_H

#include "domain/date.h"

#include <stddef.h>

/* Days on which something holds: on all of `certain`, on some reading of
 * `possible`. An empty certain interval has earliest > latest. */
struct window {
    struct date_interval possible;
    struct date_interval certain;
};

enum certainty { CERTAINTY_NONE, CERTAINTY_POSSIBLE, CERTAINTY_CERTAIN };
extern const char *const certainty_words[3]; /* "" for none */

struct trial_days {
    int32_t *days; /* sorted, without repeats, once trial_days_end was called */
    size_t count, room;
    struct date_interval within;
};

/* On a zeroed or used object; free with trial_days_done. */
void trial_days_begin(struct trial_days *t, struct date_interval within);
void trial_days_add_window(struct trial_days *t, const struct window *w);
void trial_days_end(struct trial_days *t);
void trial_days_done(struct trial_days *t);

/* Does it hold on that day: in no reading, in some, in all? */
enum certainty window_on_day(const struct window *w, int32_t day);

#endif
