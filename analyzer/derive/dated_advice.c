/* SPDX-License-Identifier: MIT */
#include "derive/dated_advice.h"

#include "base/memory.h"
#include "derive/advice.h"

#include <stdlib.h>
#include <string.h>

enum { READINGS_MAX = 4096 };

static bool is_dated_to_the_day(const struct window *w)
{
    return w->possible.earliest == w->certain.earliest && w->possible.latest == w->certain.latest;
}

static bool may_be_in_force(const struct window *w, struct date_interval days)
{
    return w->possible.earliest <= days.latest && w->possible.latest >= days.earliest;
}

/* What else bounds the days to try: the letters, and the other advice. */
struct bounds {
    const struct inputs *in;
    struct date_interval days;
    const struct window *marks;
    size_t mark_count;
    const int32_t *candidates;
    size_t candidate_count;
};

static void add_days(struct trial_days *t, struct date_interval within, const struct bounds *b)
{
    trial_days_begin(t, within);
    for (size_t i = 0; i < b->mark_count; i++)
        trial_days_add_window(t, &b->marks[i]);
    for (size_t i = 0; i < b->candidate_count; i++)
        trial_days_add_window(t, &b->in->guidance[b->candidates[i]].in_force);
    trial_days_end(t);
}

static void take_reading(struct dated_advice *d, const struct dated_row *r)
{
    struct guidance *g = &d->guidance[r->guidance];
    struct date_interval read = {r->from.days[r->at_from], r->to.days[r->at_to]};
    g->from = (struct date_interval){read.earliest, read.earliest};
    g->in_force = (struct window){read, read};
}

/* As long as there are not too many readings. */
static void add_row(struct dated_advice *d, int32_t guidance, const struct bounds *b,
                    size_t *readings)
{
    const struct window *w = &b->in->guidance[guidance].in_force;
    struct dated_row *r = &d->rows[d->count];
    *r = (struct dated_row){.guidance = guidance};
    add_days(&r->from, (struct date_interval){w->possible.earliest, w->certain.earliest}, b);
    add_days(&r->to, (struct date_interval){w->certain.latest, w->possible.latest}, b);
    if (*readings * r->from.count * r->to.count > READINGS_MAX) {
        trial_days_done(&r->from);
        trial_days_done(&r->to);
        return;
    }
    *readings *= r->from.count * r->to.count;
    d->count++;
}

void dated_advice_begin(struct dated_advice *d, const struct inputs *in, int32_t request_no,
                        int32_t tool_no, struct date_interval days, const struct window *marks,
                        size_t mark_count)
{
    size_t readings = 1;
    int32_t *candidates __attribute__((cleanup(memory_release))) =
        memory_new(in->guidance_count + 1, sizeof *candidates);
    struct bounds b = {in, days, marks, mark_count, candidates, 0};
    b.candidate_count = advice_candidates(in, request_no, tool_no, candidates);
    d->in = *in;
    for (size_t i = 0; i < b.candidate_count && d->count < DATED_ROWS; i++) {
        const struct window *w = &in->guidance[candidates[i]].in_force;
        if (!is_dated_to_the_day(w) && may_be_in_force(w, days))
            add_row(d, candidates[i], &b, &readings);
    }
    if (d->count == 0)
        return;
    d->guidance = memory_new(in->guidance_count, sizeof *d->guidance);
    memcpy(d->guidance, in->guidance, in->guidance_count * sizeof *d->guidance);
    d->in.guidance = d->guidance;
    for (size_t i = 0; i < d->count; i++)
        take_reading(d, &d->rows[i]);
}

bool dated_advice_next(struct dated_advice *d)
{
    for (size_t i = 0; i < d->count; i++) {
        struct dated_row *r = &d->rows[i];
        r->at_from = (r->at_from + 1) % r->from.count;
        if (r->at_from == 0)
            r->at_to = (r->at_to + 1) % r->to.count;
        take_reading(d, r);
        if (r->at_from || r->at_to)
            return true;
    }
    return false;
}

void dated_advice_done(struct dated_advice *d)
{
    for (size_t i = 0; i < d->count; i++) {
        trial_days_done(&d->rows[i].from);
        trial_days_done(&d->rows[i].to);
    }
    free(d->guidance);
    *d = (struct dated_advice){0};
}
