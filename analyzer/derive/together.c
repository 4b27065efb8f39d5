/* SPDX-License-Identifier: MIT */
#include "derive/together.h"

#include "derive/advice.h"

enum { MOMENTS = 2, TRIALS = 24 };

/* One reading of a row: its first day and its last. */
struct span {
    int32_t from, to;
};

/* Days to try for one end of a row, each once. */
struct trials {
    struct date_interval within;
    int32_t days[TRIALS];
    int count;
};

static void try_day(struct trials *t, int32_t day)
{
    if (day < t->within.earliest || day > t->within.latest || t->count == TRIALS)
        return;
    for (int i = 0; i < t->count; i++)
        if (t->days[i] == day)
            return;
    t->days[t->count++] = day;
}

static struct trials trials_within(int32_t earliest, int32_t latest)
{
    struct trials t = {.within = {earliest, latest}};
    try_day(&t, earliest);
    try_day(&t, latest);
    return t;
}

/* A day, and the days beside it. */
static void try_around(struct trials *t, int32_t day)
{
    if (t->within.earliest == t->within.latest)
        return;
    try_day(t, day - 1);
    try_day(t, day);
    try_day(t, day + 1);
}

static bool holds(struct span s, int32_t day)
{
    return s.from <= day && day <= s.to;
}

/* The rows that moments choose, each once, with the reading being tried. */
struct attempt {
    const struct inputs *in;
    const struct moment *moments;
    size_t moment_count;
    struct pinned pinned;
    int32_t chosen[MOMENTS];
    struct span spans[MOMENTS];
    size_t chosen_count;
};

static const struct span *span_of_chosen(const struct attempt *a, int32_t guidance)
{
    for (size_t i = 0; i < a->chosen_count; i++)
        if (a->chosen[i] == guidance)
            return &a->spans[i];
    return NULL;
}

static bool is_candidate(const struct moment *m, int32_t guidance)
{
    for (size_t i = 0; i < m->count; i++)
        if (m->candidates[i] == guidance)
            return true;
    return false;
}

/* Does a row, so read, leave the choice of the moment as it is asked for? */
static bool is_passed_over(const struct attempt *a, const struct moment *m, int32_t guidance,
                           struct span span)
{
    const struct guidance *g = &a->in->guidance[guidance];
    if (guidance == m->chosen || !holds(span, m->day) || !advice_applies(g, m->own) ||
        !is_candidate(m, guidance))
        return true;
    const struct span *chosen = m->chosen < 0 ? NULL : span_of_chosen(a, m->chosen);
    return chosen &&
           advice_comes_first(a->in, &a->in->guidance[m->chosen], chosen->from, g, span.from);
}

static bool is_passed_over_always(const struct attempt *a, int32_t guidance, struct span span)
{
    for (size_t i = 0; i < a->moment_count; i++)
        if (!is_passed_over(a, &a->moments[i], guidance, span))
            return false;
    return true;
}

static struct trials first_days(const struct attempt *a, int32_t guidance)
{
    const struct window *w = &a->in->guidance[guidance].in_force;
    if (guidance == a->pinned.guidance)
        return trials_within(a->pinned.from, a->pinned.from);
    struct trials t = trials_within(w->possible.earliest, w->certain.earliest);
    for (size_t i = 0; i < a->moment_count; i++)
        try_around(&t, a->moments[i].day);
    for (size_t i = 0; i < a->chosen_count; i++)
        if (a->chosen[i] != guidance)
            try_around(&t, a->spans[i].from);
    return t;
}

static struct trials last_days(const struct attempt *a, int32_t guidance)
{
    const struct window *w = &a->in->guidance[guidance].in_force;
    struct trials t = trials_within(w->certain.latest, w->possible.latest);
    for (size_t i = 0; i < a->moment_count; i++)
        try_around(&t, a->moments[i].day);
    return t;
}

static bool may_be_passed_over(const struct attempt *a, int32_t guidance)
{
    struct trials from = first_days(a, guidance), to = last_days(a, guidance);
    for (int i = 0; i < from.count; i++)
        for (int k = 0; k < to.count; k++)
            if (is_passed_over_always(a, guidance, (struct span){from.days[i], to.days[k]}))
                return true;
    return false;
}

/* With the rows that are chosen read as they are: the others are read independently. */
static bool others_give_way(const struct attempt *a)
{
    for (size_t i = 0; i < a->chosen_count; i++)
        if (!is_passed_over_always(a, a->chosen[i], a->spans[i]))
            return false;
    for (size_t i = 0; i < a->moment_count; i++)
        for (size_t k = 0; k < a->moments[i].count; k++) {
            int32_t guidance = a->moments[i].candidates[k];
            if (!span_of_chosen(a, guidance) && !may_be_passed_over(a, guidance))
                return false;
        }
    return true;
}

static bool holds_where_chosen(const struct attempt *a, int32_t guidance, struct span span)
{
    for (size_t i = 0; i < a->moment_count; i++)
        if (a->moments[i].chosen == guidance && !holds(span, a->moments[i].day))
            return false;
    return true;
}

/* Tries the readings of the chosen rows from one on. */
static bool may_be_read(struct attempt *a, size_t from_row) // NOLINT(misc-no-recursion)
{
    if (from_row == a->chosen_count)
        return others_give_way(a);
    int32_t guidance = a->chosen[from_row];
    struct trials from = first_days(a, guidance), to = last_days(a, guidance);
    for (int i = 0; i < from.count; i++)
        for (int k = 0; k < to.count; k++) {
            a->spans[from_row] = (struct span){from.days[i], to.days[k]};
            if (holds_where_chosen(a, guidance, a->spans[from_row]) && may_be_read(a, from_row + 1))
                return true;
        }
    return false;
}

/* Until it is read, a chosen row stands at the last first day that it may have. */
static void add_chosen(struct attempt *a, int32_t guidance)
{
    if (guidance < 0 || span_of_chosen(a, guidance))
        return;
    const struct window *w = &a->in->guidance[guidance].in_force;
    a->chosen[a->chosen_count] = guidance;
    a->spans[a->chosen_count++] = (struct span){w->certain.earliest, w->possible.latest};
}

bool together_chosen(const struct inputs *in, const struct moment *moments, size_t count,
                     struct pinned pinned)
{
    struct attempt a = {.in = in, .moments = moments, .moment_count = count, .pinned = pinned};
    for (size_t i = 0; i < count; i++)
        add_chosen(&a, moments[i].chosen);
    return may_be_read(&a, 0);
}

/* The patterns of one acknowledgement, as together_own has them. */
static unsigned patterns_of(const struct window *w, int32_t day, int32_t other_day)
{
    struct trials from = trials_within(w->possible.earliest, w->certain.earliest);
    struct trials to = trials_within(w->certain.latest, w->possible.latest);
    try_around(&from, day);
    try_around(&from, other_day);
    try_around(&to, day);
    try_around(&to, other_day);
    unsigned patterns = 0;
    for (int i = 0; i < from.count; i++)
        for (int k = 0; k < to.count; k++) {
            struct span s = {from.days[i], to.days[k]};
            unsigned pattern = (holds(s, day) ? 1U : 0U) | (holds(s, other_day) ? 2U : 0U);
            patterns |= 1U << pattern;
        }
    return patterns;
}

unsigned together_own(const struct record_entry *first, size_t count, int32_t day,
                      int32_t other_day)
{
    unsigned all = 1U; /* in force on neither */
    for (size_t i = 0; i < count; i++) {
        if (first[i].level != LEVEL_OWN)
            continue;
        unsigned patterns = patterns_of(&first[i].in_force, day, other_day), both = 0;
        for (unsigned a = 0; a < 4; a++)
            for (unsigned b = 0; b < 4; b++)
                if (all & 1U << a && patterns & 1U << b)
                    both |= 1U << (a | b);
        all = both;
    }
    return all;
}
