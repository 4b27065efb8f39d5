/* SPDX-License-Identifier: MIT */
#include "derive/standing.h"

#include "base/memory.h"
#include "derive/advice.h"
#include "derive/compare.h"
#include "derive/together.h"

#include <stdlib.h>

/* One enumeration of the readings of a letter's day: its inputs and scratch. */
struct enumeration {
    const struct inputs *in;
    struct standings *standings; /* which the readings are added to */
    const struct record_entry *record;
    size_t record_count;
    int32_t *candidates; /* guidance rows that match request and tool */
    size_t candidate_count;
    int32_t *chosen, *replaced, *rivals; /* scratch for advice_on_day */
    struct trial_days days;
    size_t first; /* of the readings being collected */
};

static bool reading_equals(const struct reading *a, const struct reading *b)
{
    return a->guidance == b->guidance && a->replaced == b->replaced && a->own == b->own &&
           a->collaboration == b->collaboration;
}

static void add_reading(struct enumeration *e, struct reading r)
{
    struct standings *s = e->standings;
    for (size_t i = e->first; i < s->reading_count; i++)
        if (reading_equals(&s->readings[i], &r))
            return;
    s->readings = memory_grow(s->readings, s->reading_count, &s->reading_room, sizeof *s->readings);
    s->readings[s->reading_count++] = r;
}

/* The candidates without the current row, which is never in force on the day
 * before it took effect. */
static size_t rivals_of(struct enumeration *e, int32_t current)
{
    size_t count = 0;
    for (size_t i = 0; i < e->candidate_count; i++)
        if (e->candidates[i] != current)
            e->rivals[count++] = e->candidates[i];
    return count;
}

/* The days before the current row took effect, as far as they make a difference. */
static void add_eves(const struct enumeration *e, struct trial_days *eves, size_t rivals,
                     struct date_interval from)
{
    trial_days_begin(eves, (struct date_interval){from.earliest - 1, from.latest - 1});
    for (size_t i = 0; i < rivals; i++)
        trial_days_add_window(eves, &e->in->guidance[e->rivals[i]].in_force);
    trial_days_end(eves);
}

/* May the row that is current on the day have taken effect on the morrow of the eve, and the other
 * one have been chosen on the eve? */
static bool may_be_replaced(const struct enumeration *e, struct reading r, int32_t day, int32_t eve,
                            size_t rivals)
{
    const struct moment moments[] = {
        {day, r.own != 0, r.guidance, e->candidates, e->candidate_count},
        {eve, r.own != 0, r.replaced, e->rivals, rivals},
    };
    return together_chosen(e->in, moments, 2, (struct pinned){r.guidance, eve + 1});
}

/* What clause 21 chooses for the day before the chosen row took effect, on the
 * same branch (clause 26), for each day on which it may have done so. */
static void add_with_replaced(struct enumeration *e, struct reading r, int32_t day)
{
    r.replaced = -1;
    if (r.guidance < 0 || e->in->guidance[r.guidance].from.earliest == DAY_MIN) {
        add_reading(e, r);
        return;
    }
    struct date_interval from = e->in->guidance[r.guidance].from;
    if (from.latest > day)
        from.latest = day;
    size_t rivals = rivals_of(e, r.guidance);
    struct trial_days eves = {0};
    add_eves(e, &eves, rivals, from);
    for (size_t i = 0; i < eves.count; i++) {
        size_t count = advice_on_day(e->in, e->rivals, rivals, r.own, eves.days[i], e->replaced);
        for (size_t k = 0; k < count; k++) {
            r.replaced = e->replaced[k];
            if (may_be_replaced(e, r, day, eves.days[i], rivals))
                add_reading(e, r);
        }
    }
    trial_days_done(&eves);
}

static void add_day(struct enumeration *e, int32_t day)
{
    enum certainty own = record_on_day(e->record, e->record_count, LEVEL_OWN, day);
    enum certainty partner = record_on_day(e->record, e->record_count, LEVEL_COLLABORATION, day);
    for (int16_t has_own = 0; has_own <= 1; has_own++) {
        if (has_own ? own == CERTAINTY_NONE : own == CERTAINTY_CERTAIN)
            continue;
        size_t count =
            advice_on_day(e->in, e->candidates, e->candidate_count, has_own, day, e->chosen);
        for (size_t i = 0; i < count; i++)
            for (int16_t has_partner = 0; has_partner <= 1; has_partner++) {
                if (has_partner ? partner == CERTAINTY_NONE : partner == CERTAINTY_CERTAIN)
                    continue;
                struct reading r = {e->chosen[i], -1, has_own, has_partner};
                add_with_replaced(e, r, day);
            }
    }
}

static int compare_readings(const void *left, const void *right)
{
    const struct reading *a = left, *b = right;
    COMPARE(own)
    COMPARE(collaboration)
    COMPARE(guidance)
    COMPARE(replaced)
    return 0;
}

struct standing_key {
    const struct standings *all;
    const struct standing *candidate;
};

static bool is_same_standing(int32_t number, const void *key, void *context)
{
    (void)context;
    const struct standing_key *k = key;
    const struct standing *a = &k->all->standings[number], *b = k->candidate;
    if (a->count != b->count || a->third_party != b->third_party)
        return false;
    const struct reading *readings = k->all->readings;
    for (size_t i = 0; i < a->count; i++)
        if (!reading_equals(&readings[a->first + i], &readings[b->first + i]))
            return false;
    return true;
}

/* The index of an equal standing, or of this one, added. */
static int32_t intern(struct standings *s, struct standing candidate)
{
    struct reading *first = &s->readings[candidate.first];
    qsort(first, candidate.count, sizeof *first, compare_readings);
    struct slice bytes = {(const char *)first, candidate.count * sizeof *first};
    uint64_t hash = dictionary_hash(bytes) ^ (candidate.third_party ? 1U : 0U);
    struct standing_key key = {s, &candidate};
    int32_t found = dictionary_find(&s->index, hash, is_same_standing, &key, NULL);
    if (found >= 0) {
        s->reading_count = candidate.first;
        return found;
    }
    s->standings = memory_grow(s->standings, s->count, &s->room, sizeof *s->standings);
    s->standings[s->count] = candidate;
    dictionary_add(&s->index, hash, (int32_t)s->count);
    return (int32_t)s->count++;
}

static void add_trial_days(struct enumeration *e, struct date_interval within)
{
    trial_days_begin(&e->days, within);
    for (size_t i = 0; i < e->record_count; i++)
        trial_days_add_window(&e->days, &e->record[i].in_force);
    for (size_t i = 0; i < e->candidate_count; i++)
        trial_days_add_window(&e->days, &e->in->guidance[e->candidates[i]].in_force);
    trial_days_end(&e->days);
}

int32_t standing_of(struct standings *s, const struct fact *fact)
{
    struct enumeration e = {.in = s->in, .standings = s, .first = s->reading_count};
    size_t room = e.in->guidance_count + 1;
    e.candidates = memory_new(4 * room, sizeof *e.candidates);
    e.chosen = e.candidates + room;
    e.replaced = e.chosen + room;
    e.rivals = e.replaced + room;
    record_find(s->record, fact->force_no, fact->tool_no, &e.record, &e.record_count);
    e.candidate_count = advice_candidates(e.in, fact->request_no, fact->tool_no, e.candidates);
    add_trial_days(&e, fact->any_day);
    struct standing found = {.first = e.first, .third_party = true};
    for (size_t i = 0; i < e.days.count; i++) {
        add_day(&e, e.days.days[i]);
        found.third_party &= record_on_day(e.record, e.record_count, LEVEL_THIRD_PARTY,
                                           e.days.days[i]) == CERTAINTY_CERTAIN;
    }
    found.count = s->reading_count - e.first;
    trial_days_done(&e.days);
    free(e.candidates);
    return intern(s, found);
}

void standings_done(struct standings *s)
{
    free(s->readings);
    free(s->standings);
    dictionary_done(&s->index);
}

static bool some_reading(const struct standings *s, int32_t standing,
                         bool (*holds)(const struct reading *))
{
    const struct standing *one = &s->standings[standing];
    for (size_t i = 0; i < one->count; i++)
        if (holds(&s->readings[one->first + i]))
            return true;
    return false;
}

static bool has_own(const struct reading *r)
{
    return r->own != 0;
}

static bool lacks_own(const struct reading *r)
{
    return r->own == 0;
}

static bool has_guidance(const struct reading *r)
{
    return r->guidance >= 0;
}

bool standing_always_own(const struct standings *s, int32_t standing)
{
    return !some_reading(s, standing, lacks_own);
}

bool standing_never_own(const struct standings *s, int32_t standing)
{
    return !some_reading(s, standing, has_own);
}

bool standing_is_guided(const struct standings *s, int32_t standing)
{
    return some_reading(s, standing, has_guidance);
}
