/* SPDX-License-Identifier: MIT */
#include "derive/partners.h"

#include "base/memory.h"
#include "derive/advice.h"
#include "derive/dated_advice.h"

#include <stdlib.h>
#include <string.h>

/* What a force may be on its response date, for one collaboration. */
struct outcomes {
    bool outside;
    bool acknowledged_conforming, unacknowledged_conforming;
    bool departing;
};

/* The memberships of a force, which stand together, sorted by force. */
static size_t first_membership(const struct inputs *in, int32_t force_no)
{
    size_t low = 0, high = in->membership_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (in->memberships[middle].force_no < force_no)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static enum certainty member_on_day(const struct inputs *in, int32_t force_no,
                                    int32_t collaboration_no, int32_t day)
{
    enum certainty best = CERTAINTY_NONE;
    for (size_t i = first_membership(in, force_no);
         i < in->membership_count && in->memberships[i].force_no == force_no; i++) {
        if (in->memberships[i].collaboration_no != collaboration_no)
            continue;
        enum certainty c = window_on_day(&in->memberships[i].in_force, day);
        if (c > best)
            best = c;
    }
    return best;
}

static void note_readings(const struct standings *all, int32_t standing, int8_t position,
                          int8_t partial_ncnd, struct outcomes *o)
{
    const struct standing *s = &all->standings[standing];
    for (size_t i = 0; i < s->count; i++) {
        const struct reading *r = &all->readings[s->first + i];
        if (conformance_with(all->in, r->guidance, position, partial_ncnd) != CONFORMS_YES)
            o->departing = true;
        else if (r->own)
            o->acknowledged_conforming = true;
        else
            o->unacknowledged_conforming = true;
    }
}

static void note_day(struct partners *p, const struct cell *cell, int32_t day, struct outcomes *o)
{
    struct fact on_day = p->in->facts[cell->fact];
    on_day.any_day = (struct date_interval){day, day};
    int32_t standing = standing_of(&p->on_days, &on_day);
    note_readings(&p->on_days, standing, cell->position, on_day.partial_ncnd, o);
}

/* The days of its answer on which something may be different. */
static void add_trial_days(const struct partners *p, const struct inputs *in, const struct fact *f,
                           struct trial_days *days)
{
    const struct record_entry *record = NULL;
    size_t record_count = 0;
    record_find(p->on_days.record, f->force_no, f->tool_no, &record, &record_count);
    trial_days_begin(days, f->any_day);
    for (size_t i = 0; i < record_count; i++)
        trial_days_add_window(days, &record[i].in_force);
    for (size_t i = 0; i < in->guidance_count; i++)
        trial_days_add_window(days, &in->guidance[i].in_force);
    for (size_t i = first_membership(in, f->force_no);
         i < in->membership_count && in->memberships[i].force_no == f->force_no; i++)
        trial_days_add_window(days, &in->memberships[i].in_force);
    trial_days_end(days);
}

/* Membership, record and advice are read on the same day, so each trial day is
 * judged on its own. The dates of the advice are read as they are given. */
static struct outcomes outcomes_of(struct partners *p, const struct dated_advice *advice,
                                   const struct cell *cell, int32_t collaboration_no)
{
    const struct fact *f = &p->in->facts[cell->fact];
    struct outcomes o = {0};
    struct trial_days days = {0};
    add_trial_days(p, &advice->in, f, &days);
    for (size_t i = 0; i < days.count; i++) {
        int32_t day = days.days[i];
        enum certainty member = member_on_day(p->in, f->force_no, collaboration_no, day);
        o.outside |= member != CERTAINTY_CERTAIN;
        if (member == CERTAINTY_NONE)
            continue;
        const struct profiles *known = p->profiles;
        if (days.count == 1 && advice->count == 0)
            note_readings(&known->standings, known->profiles[known->of_fact[cell->fact]].standing,
                          cell->position, f->partial_ncnd, &o);
        else
            note_day(p, cell, day, &o);
    }
    trial_days_done(&days);
    return o;
}

static bool may_be_member(const struct outcomes *o)
{
    return o->acknowledged_conforming || o->unacknowledged_conforming || o->departing;
}

static bool is_ever_member(const struct inputs *in, int32_t force_no, int32_t collaboration_no)
{
    for (size_t i = first_membership(in, force_no);
         i < in->membership_count && in->memberships[i].force_no == force_no; i++)
        if (in->memberships[i].collaboration_no == collaboration_no)
            return true;
    return false;
}

struct partner_row {
    int32_t unit_no, collaboration_no, reading, force_no, response_no;
    const char *position;
    bool maybe_outside, maybe_acknowledged_conforming, maybe_unacknowledged_conforming,
        maybe_departing;
};
static const struct field partner_fields[] = {
    FIELD(struct partner_row, unit_no),
    FIELD(struct partner_row, collaboration_no),
    FIELD(struct partner_row, reading),
    FIELD(struct partner_row, force_no),
    FIELD(struct partner_row, response_no),
    FIELD(struct partner_row, position),
    FIELD(struct partner_row, maybe_outside),
    FIELD(struct partner_row, maybe_acknowledged_conforming),
    FIELD(struct partner_row, maybe_unacknowledged_conforming),
    FIELD(struct partner_row, maybe_departing),
};

struct partners partners_begin(const struct inputs *in, const struct record *record,
                               const struct profiles *profiles, const struct cells *cells)
{
    return (struct partners){.in = in,
                             .profiles = profiles,
                             .cells = cells,
                             .on_days = {.in = in, .record = record},
                             .insert = row_writer(in->db, "insert_partner", partner_fields)};
}

void partners_done(struct partners *p)
{
    standings_done(&p->on_days);
    row_map_done(&p->insert);
}

/* Is the cell one of a force that was ever a member, with a position? */
static bool takes_part(const struct partners *p, const struct cell *cell, int32_t collaboration_no)
{
    return cell->position != POSITION_SILENT &&
           is_ever_member(p->in, cell->force_no, collaboration_no);
}

/* Do two cells whose forces were ever members hold different positions? */
static bool members_differ(const struct partners *p, const struct unit_cells *unit,
                           int32_t collaboration_no)
{
    int seen = -1;
    for (size_t i = unit->first; i < unit->end; i++) {
        const struct cell *cell = &p->cells->cells[i];
        if (!takes_part(p, cell, collaboration_no))
            continue;
        int position = cell->position;
        if (seen >= 0 && seen != position)
            return true;
        seen = position;
    }
    return false;
}

/* Members of one collaboration in one unit, and what they may be in each reading of the advice. */
struct group {
    struct partners *p;
    int32_t unit_no, collaboration_no;
    const struct cell **members;
    size_t count;
    struct date_interval days; /* from the first that one may have answered on to the last */
    struct window *marks;
    size_t mark_count, mark_room;
    struct outcomes *outcomes; /* `count` a reading */
    size_t readings, room;
};

static void add_mark(struct group *g, struct window mark)
{
    g->marks = memory_grow(g->marks, g->mark_count, &g->mark_room, sizeof *g->marks);
    g->marks[g->mark_count++] = mark;
}

static void add_member(struct group *g, const struct cell *cell)
{
    const struct inputs *in = g->p->in;
    const struct fact *f = &in->facts[cell->fact];
    const struct record_entry *record = NULL;
    size_t record_count = 0;
    g->members[g->count++] = cell;
    if (f->any_day.earliest < g->days.earliest)
        g->days.earliest = f->any_day.earliest;
    if (f->any_day.latest > g->days.latest)
        g->days.latest = f->any_day.latest;
    add_mark(g, (struct window){f->any_day, f->any_day});
    if (f->any_day.earliest == f->any_day.latest)
        return;
    record_find(g->p->on_days.record, f->force_no, f->tool_no, &record, &record_count);
    for (size_t i = 0; i < record_count; i++)
        add_mark(g, record[i].in_force);
    for (size_t i = first_membership(in, f->force_no);
         i < in->membership_count && in->memberships[i].force_no == f->force_no; i++)
        add_mark(g, in->memberships[i].in_force);
}

/* A reading that leaves every member as an earlier one did is none of its own. */
static bool is_met_before(const struct group *g)
{
    size_t size = g->count * sizeof *g->outcomes;
    const struct outcomes *last = &g->outcomes[g->readings * g->count];
    for (size_t i = 0; i < g->readings; i++)
        if (memcmp(&g->outcomes[i * g->count], last, size) == 0)
            return true;
    return false;
}

static void read_advice(struct group *g, const struct dated_advice *advice)
{
    g->outcomes = memory_grow(g->outcomes, g->readings, &g->room, g->count * sizeof *g->outcomes);
    for (size_t i = 0; i < g->count; i++)
        g->outcomes[g->readings * g->count + i] =
            outcomes_of(g->p, advice, g->members[i], g->collaboration_no);
    if (!is_met_before(g))
        g->readings++;
}

static void read_all_advice(struct group *g)
{
    const struct cell *any = g->members[0];
    struct dated_advice advice = {0};
    dated_advice_begin(&advice, g->p->in, any->request_no, any->tool_no, g->days, g->marks,
                       g->mark_count);
    g->p->on_days.in = &advice.in;
    do
        read_advice(g, &advice);
    while (dated_advice_next(&advice));
    g->p->on_days.in = g->p->in;
    dated_advice_done(&advice);
}

static bool write_outcomes(const struct group *g, size_t reading, size_t member, struct error *err)
{
    const struct outcomes *o = &g->outcomes[reading * g->count + member];
    const struct cell *cell = g->members[member];
    const struct partner_row row = {
        .unit_no = g->unit_no,
        .collaboration_no = g->collaboration_no,
        .reading = (int32_t)reading + 1,
        .force_no = cell->force_no,
        .response_no = g->p->in->facts[cell->fact].response_no,
        .position = positions.words[cell->position],
        .maybe_outside = o->outside,
        .maybe_acknowledged_conforming = o->acknowledged_conforming,
        .maybe_unacknowledged_conforming = o->unacknowledged_conforming,
        .maybe_departing = o->departing,
    };
    return !may_be_member(o) || row_write(&g->p->insert, &row, err);
}

static bool write_group(struct group *g, struct error *err)
{
    bool ok = true;
    read_all_advice(g);
    for (size_t i = 0; ok && i < g->readings; i++)
        for (size_t k = 0; ok && k < g->count; k++)
            ok = write_outcomes(g, i, k, err);
    free(g->outcomes);
    return ok;
}

bool partners_write(struct partners *p, const struct unit_cells *unit, struct error *err)
{
    bool ok = true;
    for (int32_t c = 1; ok && (size_t)c <= p->in->collaboration_count; c++) {
        if (!members_differ(p, unit, c))
            continue;
        struct group g = {
            .p = p, .unit_no = unit->unit_no, .collaboration_no = c, .days = {DAY_MAX, DAY_MIN}};
        g.members = memory_new(unit->end - unit->first, sizeof *g.members);
        for (size_t i = unit->first; i < unit->end; i++)
            if (takes_part(p, &p->cells->cells[i], c))
                add_member(&g, &p->cells->cells[i]);
        ok = write_group(&g, err);
        free(g.members);
        free(g.marks);
    }
    return ok;
}
