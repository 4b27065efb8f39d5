/* SPDX-License-Identifier: MIT */
#include "derive/days.h"

#include "base/memory.h"

#include <stdlib.h>

const char *const certainty_words[3] = {"", "possible", "certain"};

static void add_day(struct trial_days *t, int32_t day)
{
    if (day < t->within.earliest || day > t->within.latest)
        return;
    t->days = memory_grow(t->days, t->count, &t->room, sizeof *t->days);
    t->days[t->count++] = day;
}

void trial_days_begin(struct trial_days *t, struct date_interval within)
{
    t->count = 0;
    t->within = within;
    add_day(t, within.earliest);
    if (within.latest != within.earliest)
        add_day(t, within.latest);
}

/* Each side of each boundary: "testing the ends and each boundary inside
 * suffices" (clause 10). */
void trial_days_add_window(struct trial_days *t, const struct window *w)
{
    if (t->within.earliest == t->within.latest)
        return;
    const struct date_interval intervals[] = {w->possible, w->certain};
    for (size_t i = 0; i < 2; i++) {
        add_day(t, intervals[i].earliest - 1);
        add_day(t, intervals[i].earliest);
        add_day(t, intervals[i].latest);
        add_day(t, intervals[i].latest + 1);
    }
}

static int compare_day(const void *a, const void *b)
{
    int32_t left = *(const int32_t *)a, right = *(const int32_t *)b;
    return (left > right) - (left < right);
}

void trial_days_end(struct trial_days *t)
{
    if (t->count < 2)
        return;
    qsort(t->days, t->count, sizeof *t->days, compare_day);
    size_t kept = 1;
    for (size_t i = 1; i < t->count; i++)
        if (t->days[i] != t->days[kept - 1])
            t->days[kept++] = t->days[i];
    t->count = kept;
}

void trial_days_done(struct trial_days *t)
{
    free(t->days);
    *t = (struct trial_days){0};
}

enum certainty window_on_day(const struct window *w, int32_t day)
{
    if (w->certain.earliest <= day && day <= w->certain.latest)
        return CERTAINTY_CERTAIN;
    if (w->possible.earliest <= day && day <= w->possible.latest)
        return CERTAINTY_POSSIBLE;
    return CERTAINTY_NONE;
}
