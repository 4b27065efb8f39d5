/* SPDX-License-Identifier: MIT
 * Changes of one force's position on use of one tool (clause 31).
 */
#include "base/memory.h"
#include "derive/compare.h"
#include "derive/passes.h"
#include "store/row_map.h"

#include <stdlib.h>

/* The letters before the record, and where their changes go. */
struct changes {
    const struct record *record;
    const struct letters *letters;
    struct row_map insert;
};

/* A pair of letters, with what is needed to judge it. */
struct pair {
    const struct letter *earlier, *later;
    const struct record_entry *record;
    size_t record_count;
};

static bool takes_part(const struct letter *l)
{
    return l->position_on_use != POSITION_SILENT && date_is_known(l->responded);
}

static enum certainty order_of(const struct letter *a, const struct letter *b)
{
    if (a->responded.latest < b->responded.earliest)
        return CERTAINTY_CERTAIN;
    return a->responded.earliest < b->responded.latest ? CERTAINTY_POSSIBLE : CERTAINTY_NONE;
}

/* May the acknowledgement have been published outside (after, until]? */
static bool may_miss(const struct record_entry *e, int32_t after, int32_t until)
{
    return e->published.earliest <= after || e->published.latest > until;
}

/* May it have been published inside? */
static bool may_hit(const struct record_entry *e, int32_t after, int32_t until)
{
    return e->published.latest > after && e->published.earliest <= until;
}

/* Is there a reading in which no own acknowledgement was published between? The
 * narrowest spans inside both intervals are enough: each begins at a trial day. */
static bool may_be_unexplained(const struct pair *p)
{
    struct trial_days days = {0};
    struct date_interval a = p->earlier->responded, b = p->later->responded;
    trial_days_begin(&days, a);
    struct window ends = {b, b};
    trial_days_add_window(&days, &ends);
    for (size_t i = 0; i < p->record_count; i++) {
        struct window published = {p->record[i].published, p->record[i].published};
        trial_days_add_window(&days, &published);
    }
    trial_days_end(&days);
    bool found = false;
    for (size_t i = 0; i < days.count && !found; i++) {
        int32_t after = days.days[i];
        int32_t until = after + 1 > b.earliest ? after + 1 : b.earliest;
        if (until > b.latest)
            continue;
        found = true;
        for (size_t k = 0; k < p->record_count && found; k++)
            found = p->record[k].level != LEVEL_OWN || may_miss(&p->record[k], after, until);
    }
    trial_days_done(&days);
    return found;
}

static enum certainty unexplained(const struct pair *p, enum certainty order)
{
    bool may_be_explained = false;
    for (size_t i = 0; i < p->record_count; i++)
        may_be_explained |=
            p->record[i].level == LEVEL_OWN &&
            may_hit(&p->record[i], p->earlier->responded.earliest, p->later->responded.latest);
    if (!may_be_explained)
        return order;
    return may_be_unexplained(p) ? CERTAINTY_POSSIBLE : CERTAINTY_NONE;
}

struct change_row {
    const char *kind;
    int32_t force_no, tool_no, earlier_letter_no, later_letter_no;
    const char *from_position, *to_position, *certainty, *unexplained;
};
static const struct field change_fields[] = {
    FIELD(struct change_row, kind),
    FIELD(struct change_row, force_no),
    FIELD(struct change_row, tool_no),
    FIELD(struct change_row, earlier_letter_no),
    FIELD(struct change_row, later_letter_no),
    FIELD(struct change_row, from_position),
    FIELD(struct change_row, to_position),
    FIELD(struct change_row, certainty),
    FIELD(struct change_row, unexplained),
};

static bool write_change(struct changes *c, const struct pair *p, enum certainty order,
                         struct error *err)
{
    bool is_review =
        p->earlier->request_no == p->later->request_no && p->earlier->stage != p->later->stage;
    const struct change_row row = {
        .kind = is_review ? "review" : "between",
        .force_no = p->later->force_no,
        .tool_no = p->later->tool_no,
        .earlier_letter_no = (int32_t)(p->earlier - c->letters->letters) + 1,
        .later_letter_no = (int32_t)(p->later - c->letters->letters) + 1,
        .from_position = positions.words[p->earlier->position_on_use],
        .to_position = positions.words[p->later->position_on_use],
        .certainty = certainty_words[order],
        .unexplained = certainty_words[is_review ? order : unexplained(p, order)],
    };
    return row_write(&c->insert, &row, err);
}

static struct pair pair_of(const struct changes *c, const struct letter *earlier,
                           const struct letter *later)
{
    struct pair p = {.earlier = earlier, .later = later};
    record_find(c->record, later->force_no, later->tool_no, &p.record, &p.record_count);
    return p;
}

/* The letters of one force and tool, in order: adjacent pairs of different requests. */
static bool between_requests(struct changes *c, struct error *err)
{
    const struct letter *earlier = NULL;
    for (size_t i = 0; i < c->letters->count; i++) {
        const struct letter *l = &c->letters->letters[i];
        if (!takes_part(l))
            continue;
        const struct letter *before = earlier;
        earlier = l;
        if (!before || before->force_no != l->force_no || before->tool_no != l->tool_no ||
            before->position_on_use == l->position_on_use)
            continue;
        if (before->request_no == l->request_no && before->stage != l->stage)
            continue;
        enum certainty order = order_of(before, l);
        struct pair p = pair_of(c, before, l);
        if (order != CERTAINTY_NONE && !write_change(c, &p, order, err))
            return false;
    }
    return true;
}

static int compare_by_stage(const void *left, const void *right)
{
    const struct letter *a = *(const struct letter *const *)left,
                        *b = *(const struct letter *const *)right;
    COMPARE(force_no)
    COMPARE(tool_no)
    COMPARE(request_no)
    COMPARE(stage)
    COMPARE(responded.earliest)
    COMPARE(responded.latest)
    return 0;
}

static bool same_thread(const struct letter *a, const struct letter *b)
{
    return a->force_no == b->force_no && a->tool_no == b->tool_no && a->request_no == b->request_no;
}

/* T07: a later stage is later whatever its date, known or not (clause 59); of one stage the last
 * letter counts. */
static bool between_stages(struct changes *c, struct error *err)
{
    const struct letter **order __attribute__((cleanup(memory_release))) =
        memory_new(c->letters->count, sizeof *order);
    size_t count = 0;
    for (size_t i = 0; i < c->letters->count; i++)
        if (c->letters->letters[i].position_on_use != POSITION_SILENT)
            order[count++] = &c->letters->letters[i];
    if (count)
        qsort(order, count, sizeof *order, compare_by_stage);
    const struct letter *last_of_stage = NULL;
    for (size_t i = 0; i < count; i++) {
        bool is_last = i + 1 == count || !same_thread(order[i], order[i + 1]) ||
                       order[i]->stage != order[i + 1]->stage;
        if (!is_last)
            continue;
        const struct letter *before = last_of_stage;
        last_of_stage = order[i];
        if (!before || !same_thread(before, order[i]) ||
            before->position_on_use == order[i]->position_on_use)
            continue;
        struct pair p = pair_of(c, before, order[i]);
        if (!write_change(c, &p, CERTAINTY_CERTAIN, err))
            return false;
    }
    return true;
}

bool changes_build(const struct inputs *in, const struct record *record,
                   const struct letters *letters, struct error *err)
{
    struct changes c = {record, letters, row_writer(in->db, "insert_change", change_fields)};
    bool ok = between_requests(&c, err) && between_stages(&c, err);
    row_map_done(&c.insert);
    return ok;
}
