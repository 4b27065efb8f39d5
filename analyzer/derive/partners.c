/* SPDX-License-Identifier: MIT */
#include "derive/partners.h"

#include "base/memory.h"
#include "derive/advice.h"
#include "derive/days.h"
#include "derive/record.h"
#include "derive/standing.h"

#include <stdlib.h>

/* What a force may be on its response date, for one collaboration. */
struct outcomes {
    bool outside;
    bool acknowledged_conforming, unacknowledged_conforming;
    bool departing;
};

/* The memberships of a force, which stand together, sorted by force. */
static size_t first_membership(const struct model *m, int32_t force_no)
{
    size_t low = 0, high = m->membership_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (m->memberships[middle].force_no < force_no)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static enum certainty member_on_day(const struct model *m, int32_t force_no,
                                    int32_t collaboration_no, int32_t day)
{
    enum certainty best = CERTAINTY_NONE;
    for (size_t i = first_membership(m, force_no);
         i < m->membership_count && m->memberships[i].force_no == force_no; i++) {
        if (m->memberships[i].collaboration_no != collaboration_no)
            continue;
        enum certainty c = window_on_day(&m->memberships[i].in_force, day);
        if (c > best)
            best = c;
    }
    return best;
}

static void note_readings(const struct model *m, const struct fact *f, const struct standing *s,
                          struct outcomes *o)
{
    for (size_t i = 0; i < s->count; i++) {
        const struct reading *r = &m->readings[s->first + i];
        if (conformance_with(m, r->guidance, f->position, f->partial_ncnd) != CONFORMS_YES)
            o->departing = true;
        else if (r->own)
            o->acknowledged_conforming = true;
        else
            o->unacknowledged_conforming = true;
    }
}

/* Membership, record and advice are read on the same day, so each trial day is
 * judged on its own. */
static struct outcomes outcomes_of(struct model *m, const struct fact *f, int32_t collaboration_no)
{
    struct outcomes o = {0};
    struct trial_days days = {0};
    const struct record_entry *record = NULL;
    size_t record_count = 0;
    record_find(m, f->force_no, f->tool_no, &record, &record_count);
    trial_days_begin(&days, f->responded);
    for (size_t i = 0; i < record_count; i++)
        trial_days_add_window(&days, &record[i].in_force);
    for (size_t i = 0; i < m->guidance_count; i++)
        trial_days_add_window(&days, &m->guidance[i].in_force);
    for (size_t i = first_membership(m, f->force_no);
         i < m->membership_count && m->memberships[i].force_no == f->force_no; i++)
        trial_days_add_window(&days, &m->memberships[i].in_force);
    trial_days_end(&days);
    for (size_t i = 0; i < days.count; i++) {
        enum certainty member = member_on_day(m, f->force_no, collaboration_no, days.days[i]);
        o.outside |= member != CERTAINTY_CERTAIN;
        if (member == CERTAINTY_NONE)
            continue;
        struct fact on_day = *f;
        on_day.responded = (struct date_interval){days.days[i], days.days[i]};
        int32_t standing =
            days.count == 1 ? m->profiles[f->profile].standing : standing_of(m, &on_day);
        note_readings(m, f, &m->standings[standing], &o);
    }
    trial_days_done(&days);
    return o;
}

static bool may_be_member(const struct outcomes *o)
{
    return o->acknowledged_conforming || o->unacknowledged_conforming || o->departing;
}

static bool is_ever_member(const struct model *m, int32_t force_no, int32_t collaboration_no)
{
    for (size_t i = first_membership(m, force_no);
         i < m->membership_count && m->memberships[i].force_no == force_no; i++)
        if (m->memberships[i].collaboration_no == collaboration_no)
            return true;
    return false;
}

struct partner_row {
    int32_t unit_no, collaboration_no, force_no, response_no;
    const char *position;
    bool maybe_outside, maybe_acknowledged_conforming, maybe_unacknowledged_conforming,
        maybe_departing;
};
static const struct field partner_fields[] = {
    FIELD(struct partner_row, unit_no),
    FIELD(struct partner_row, collaboration_no),
    FIELD(struct partner_row, force_no),
    FIELD(struct partner_row, response_no),
    FIELD(struct partner_row, position),
    FIELD(struct partner_row, maybe_outside),
    FIELD(struct partner_row, maybe_acknowledged_conforming),
    FIELD(struct partner_row, maybe_unacknowledged_conforming),
    FIELD(struct partner_row, maybe_departing),
};

struct row_map partners_writer(sqlite3 *db)
{
    return row_writer(db, "insert_partner", partner_fields);
}

/* Do two cells whose forces were ever members hold different positions? */
static bool members_differ(const struct model *m, const struct unit_cells *unit,
                           int32_t collaboration_no)
{
    int seen = -1;
    for (size_t i = unit->first; i < unit->end; i++) {
        const struct fact *f = &m->facts[m->cells[i].fact];
        if (f->position == POSITION_SILENT || !is_ever_member(m, f->force_no, collaboration_no))
            continue;
        if (seen >= 0 && seen != f->position)
            return true;
        seen = f->position;
    }
    return false;
}

bool partners_write(struct model *m, struct row_map *insert, const struct unit_cells *unit,
                    struct error *err)
{
    for (int32_t c = 1; (size_t)c <= m->collaboration_count; c++) {
        if (!members_differ(m, unit, c))
            continue;
        for (size_t i = unit->first; i < unit->end; i++) {
            const struct fact *f = &m->facts[m->cells[i].fact];
            if (f->position == POSITION_SILENT || !is_ever_member(m, f->force_no, c))
                continue;
            struct outcomes o = outcomes_of(m, f, c);
            const struct partner_row row = {unit->unit_no,
                                            c,
                                            f->force_no,
                                            f->response_no,
                                            positions.words[f->position],
                                            o.outside,
                                            o.acknowledged_conforming,
                                            o.unacknowledged_conforming,
                                            o.departing};
            if (may_be_member(&o) && !row_write(insert, &row, err))
                return false;
        }
    }
    return true;
}
