/* SPDX-License-Identifier: MIT
 * The chain of a tool: every letter that takes a position, every acknowledgement and every
 * ruling, of all forces, in order of time. After each step it is known where each force stands, and
 * so with what the step became inconsistent: the force's own last letter, its own or its
 * collaboration's published record, or the forces on the other side of a split.
 */
#include "base/memory.h"
#include "derive/compare.h"
#include "derive/passes.h"
#include "store/row_map.h"

#include <stdlib.h>

enum { SIDES = 3 }; /* confirm, deny, ncnd: the values of enum position */

/* In the order in which they count on one day: a publication holds on its day and on
 * the day of its withdrawal (clause 11), a ruling from the day after it (clause 54). */
enum event_kind { EVENT_ACKNOWLEDGEMENT, EVENT_LETTER, EVENT_RULING, EVENT_WITHDRAWAL };

struct event {
    int32_t tool_no;
    struct date_interval when;
    int8_t kind;
    int32_t letter;    /* index, of a letter */
    int32_t ruling_no; /* of a ruling */
    size_t first,
        count; /* of an acknowledgement: its entries in chain.entries; of a ruling: place */
};

/* Where one force stands on the tool at hand; a step of 0 is none. */
struct stand {
    int8_t position; /* POSITION_SILENT: not known */
    int32_t step;    /* that gave it */
    int8_t letter_position;
    int32_t letter_step;
    int32_t own_step;             /* the acknowledgement in force */
    int32_t partner_step;         /* a collaboration's, that speaks for the force ... */
    struct date_interval partner; /* ... while both it and the membership may last */
    int32_t own_in_force;
};

struct chain {
    const struct inputs *in;
    const struct record *record;
    const struct letters *letters;
    struct record_entry *entries; /* by tool, acknowledgement, force */
    struct event *events;
    size_t event_count, event_room;
    struct stand *stands;       /* by force_no */
    const struct event **steps; /* of the tool at hand, by step */
    int32_t step;
    int32_t standing[SIDES];      /* how many forces stand on each side */
    int32_t opened[SIDES][SIDES]; /* the step that opened the split, 0: none */
    struct row_map insert_step, insert_conflict;
};

static int compare_entries(const void *left, const void *right)
{
    const struct record_entry *a = left, *b = right;
    COMPARE(tool_no)
    COMPARE(acknowledgement_no)
    COMPARE(level)
    COMPARE(force_no)
    COMPARE(in_force.possible.earliest)
    return 0;
}

static int compare_events(const void *left, const void *right, void *chain)
{
    const struct event *a = left, *b = right;
    COMPARE(tool_no)
    COMPARE(when.earliest)
    COMPARE(when.latest)
    COMPARE(kind)
    if (a->kind != EVENT_LETTER) {
        COMPARE(first)
        return 0;
    }
    const struct letter *letters = ((const struct chain *)chain)->letters->letters;
    const struct letter *x = &letters[a->letter], *y = &letters[b->letter];
    if (x->stage != y->stage)
        return x->stage < y->stage ? -1 : 1;
    COMPARE(letter)
    return 0;
}

static void add_event(struct chain *c, struct event e)
{
    c->events = memory_grow(c->events, c->event_count, &c->event_room, sizeof *c->events);
    c->events[c->event_count++] = e;
}

static void add_letters(struct chain *c)
{
    for (size_t i = 0; i < c->letters->count; i++) {
        const struct letter *l = &c->letters->letters[i];
        if (l->position_on_use != POSITION_SILENT)
            add_event(c, (struct event){.tool_no = l->tool_no,
                                        .when = l->responded,
                                        .kind = EVENT_LETTER,
                                        .letter = (int32_t)i});
    }
}

/* The days on which it was withdrawn; not known to be: at the end of time. */
static struct date_interval withdrawal_of(const struct record_entry *e)
{
    return (struct date_interval){e->in_force.certain.latest, e->in_force.possible.latest};
}

static void add_acknowledgements(struct chain *c)
{
    size_t count = c->record->count;
    c->entries = memory_new(count + 1, sizeof *c->entries);
    if (count)
        memcpy(c->entries, c->record->entries, count * sizeof *c->entries);
    qsort(c->entries, count, sizeof *c->entries, compare_entries);
    for (size_t i = 0, end = 0; i < count; i = end) {
        const struct record_entry *e = &c->entries[i];
        for (end = i; end < count && c->entries[end].tool_no == e->tool_no &&
                      c->entries[end].acknowledgement_no == e->acknowledgement_no;
             end++) {
        }
        struct event event = {.tool_no = e->tool_no,
                              .when = e->published,
                              .kind = EVENT_ACKNOWLEDGEMENT,
                              .first = i,
                              .count = end - i};
        add_event(c, event);
        struct date_interval withdrawn = withdrawal_of(e);
        if (e->level != LEVEL_OWN || withdrawn.latest >= c->in->as_of ||
            withdrawn.earliest == DAY_MIN)
            continue;
        event.kind = EVENT_WITHDRAWAL;
        event.when = withdrawn;
        add_event(c, event);
    }
}

struct ruling_row {
    int32_t tool_no, ruling_no;
    struct date_interval date;
};
static const struct field ruling_fields[] = {
    FIELD(struct ruling_row, tool_no),
    FIELD(struct ruling_row, ruling_no),
    FIELD_OF_DAYS(struct ruling_row, date),
};

/* A ruling moves nobody: it stands in the chain for those who read it. */
static bool add_rulings(struct chain *c, struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(c->in->db, "rulings_of_chain", ruling_fields);
    struct ruling_row row = {0};
    for (size_t place = 0; row_next(&rows, &row); place++)
        if (c->in->is_asked_about[row.tool_no])
            add_event(c, (struct event){.tool_no = row.tool_no,
                                        .when = row.date,
                                        .kind = EVENT_RULING,
                                        .ruling_no = row.ruling_no,
                                        .first = place});
    return row_done(&rows, err);
}

/* Is the order of the two certain? On one day an acknowledgement counts before a letter. */
static enum certainty order_certainty(const struct event *before, const struct event *after)
{
    bool is_same_day = before->when.latest == after->when.earliest &&
                       before->kind == EVENT_ACKNOWLEDGEMENT && after->kind == EVENT_LETTER;
    return before->when.latest < after->when.earliest || is_same_day ? CERTAINTY_CERTAIN
                                                                     : CERTAINTY_POSSIBLE;
}

/* A conflict of the step at hand with an earlier one. */
struct conflict {
    const char *kind;   /* own-line, record, collaboration, split */
    const char *effect; /* split: opens or joins; else "" */
    int32_t with_step;
    int32_t forces; /* on the other side */
    int other_side;
    bool is_expected; /* all that confirm have acknowledged: the split is explained */
};

struct conflict_row {
    int32_t tool_no, step, with_step;
    const char *kind, *effect, *other_side;
    int32_t forces;
    bool is_expected;
    const char *certainty;
};
static const struct field conflict_fields[] = {
    FIELD(struct conflict_row, tool_no),   FIELD(struct conflict_row, step),
    FIELD(struct conflict_row, with_step), FIELD(struct conflict_row, kind),
    FIELD(struct conflict_row, effect),    FIELD(struct conflict_row, other_side),
    FIELD(struct conflict_row, forces),    FIELD(struct conflict_row, is_expected),
    FIELD(struct conflict_row, certainty),
};

static bool write_conflict(struct chain *c, const struct conflict *x, struct error *err)
{
    const struct event *now = c->steps[c->step];
    const struct conflict_row row = {
        .tool_no = now->tool_no,
        .step = c->step,
        .with_step = x->with_step,
        .kind = x->kind,
        .effect = x->effect,
        .other_side = positions.words[x->other_side],
        .forces = x->forces,
        .is_expected = x->is_expected,
        .certainty = certainty_words[order_certainty(c->steps[x->with_step], now)],
    };
    return row_write(&c->insert_conflict, &row, err);
}

/* Do all that stand on a side stand on acknowledgements of their own? */
static bool stand_on_record(const struct chain *c, int8_t side)
{
    for (size_t f = 0; f < c->in->force_count; f++)
        if (c->stands[f].position == side && c->stands[f].own_step == 0)
            return false;
    return true;
}

static bool is_expected_split(const struct chain *c, int8_t side, int other)
{
    bool is_confirm_ncnd = (side == POSITION_CONFIRM && other == POSITION_NCND) ||
                           (side == POSITION_NCND && other == POSITION_CONFIRM);
    return is_confirm_ncnd && stand_on_record(c, POSITION_CONFIRM);
}

/* The first force that parts from a side names all that stand there; those that follow
 * name the step that did. */
static bool write_split(struct chain *c, int8_t side, int other, struct error *err)
{
    int32_t *opened = &c->opened[side < other ? side : other][side < other ? other : side];
    struct conflict x = {.kind = "split",
                         .effect = *opened ? "joins" : "opens",
                         .with_step = *opened,
                         .forces = c->standing[other],
                         .other_side = other,
                         .is_expected = is_expected_split(c, side, other)};
    if (*opened)
        return write_conflict(c, &x, err);
    *opened = c->step;
    for (size_t f = 0; f < c->in->force_count; f++) {
        if (c->stands[f].position != other)
            continue;
        x.with_step = c->stands[f].step;
        if (!write_conflict(c, &x, err))
            return false;
    }
    return true;
}

static void close_splits(struct chain *c)
{
    for (int a = 0; a < SIDES; a++)
        for (int b = a + 1; b < SIDES; b++)
            if (c->standing[a] == 0 || c->standing[b] == 0)
                c->opened[a][b] = 0;
}

/* Moves a force to a side, and says from whom that parts it. */
static bool stand(struct chain *c, int32_t force_no, int8_t position, int32_t step,
                  struct error *err)
{
    struct stand *s = &c->stands[force_no];
    int8_t before = s->position;
    s->position = position;
    s->step = step;
    if (before == position)
        return true;
    if (before != POSITION_SILENT)
        c->standing[before]--;
    close_splits(c);
    if (position == POSITION_SILENT)
        return true;
    c->standing[position]++;
    for (int other = 0; other < SIDES; other++)
        if (other != position && c->standing[other] > 0 && !write_split(c, position, other, err))
            return false;
    return true;
}

static bool conflict_with(struct chain *c, const char *kind, int32_t with_step, int other,
                          struct error *err)
{
    struct conflict x = {
        .kind = kind, .effect = "", .with_step = with_step, .forces = 1, .other_side = other};
    return write_conflict(c, &x, err);
}

static bool take_letter(struct chain *c, const struct event *e, struct error *err)
{
    const struct letter *l = &c->letters->letters[e->letter];
    struct stand *s = &c->stands[l->force_no];
    int8_t position = l->position_on_use;
    if (s->letter_step && s->letter_position != position &&
        !conflict_with(c, "own-line", s->letter_step, s->letter_position, err))
        return false;
    if (position != POSITION_CONFIRM && s->own_step &&
        !conflict_with(c, "record", s->own_step, POSITION_CONFIRM, err))
        return false;
    bool has_partner = s->partner_step && l->responded.latest >= s->partner.earliest &&
                       l->responded.earliest <= s->partner.latest;
    if (position != POSITION_CONFIRM && !s->own_step && has_partner &&
        !conflict_with(c, "collaboration", s->partner_step, POSITION_CONFIRM, err))
        return false;
    s->letter_position = position;
    s->letter_step = c->step;
    return s->own_step != 0 || stand(c, l->force_no, position, c->step, err);
}

/* An acknowledgement that is certainly in force some day, of one force. */
static bool acknowledge(struct chain *c, const struct record_entry *entry, struct error *err)
{
    struct stand *s = &c->stands[entry->force_no];
    bool is_own = entry->level == LEVEL_OWN;
    bool is_member = entry->in_force.possible.earliest <= entry->published.latest;
    if (s->letter_step && s->letter_position != POSITION_CONFIRM &&
        (is_own || (is_member && !s->own_step)) &&
        !conflict_with(c, is_own ? "record" : "collaboration", s->letter_step, s->letter_position,
                       err))
        return false;
    if (!is_own) {
        s->partner_step = c->step;
        s->partner = entry->in_force.possible;
        return true;
    }
    s->own_step = c->step;
    s->own_in_force++;
    return stand(c, entry->force_no, POSITION_CONFIRM, c->step, err);
}

static bool take_acknowledgement(struct chain *c, const struct event *e, struct error *err)
{
    for (size_t i = e->first; i < e->first + e->count; i++) {
        const struct record_entry *entry = &c->entries[i];
        bool is_certain = entry->in_force.certain.earliest <= entry->in_force.certain.latest;
        if (entry->level != LEVEL_THIRD_PARTY && is_certain && !acknowledge(c, entry, err))
            return false;
    }
    return true;
}

static bool take_withdrawal(struct chain *c, const struct event *e, struct error *err)
{
    const struct record_entry *entry = &c->entries[e->first];
    struct stand *s = &c->stands[entry->force_no];
    if (s->own_in_force == 0 || --s->own_in_force > 0)
        return true;
    s->own_step = 0;
    int8_t position = s->letter_step ? s->letter_position : (int8_t)POSITION_SILENT;
    return stand(c, entry->force_no, position, s->letter_step, err);
}

struct step_row {
    int32_t tool_no, step;
    const char *kind;
    int32_t letter_no, acknowledgement_no, ruling_no;
    struct date_interval day;
    int32_t confirming, denying, ncnd;
};
static const struct field step_fields[] = {
    FIELD(struct step_row, tool_no),
    FIELD(struct step_row, step),
    FIELD(struct step_row, kind),
    FIELD_OPTIONAL(struct step_row, letter_no),
    FIELD_OPTIONAL(struct step_row, acknowledgement_no),
    FIELD_OPTIONAL(struct step_row, ruling_no),
    FIELD_OF_DAYS(struct step_row, day),
    FIELD(struct step_row, confirming),
    FIELD(struct step_row, denying),
    FIELD(struct step_row, ncnd),
};

static bool write_step(struct chain *c, const struct event *e, struct error *err)
{
    static const char *const kinds[] = {"acknowledgement", "letter", "ruling", "withdrawal"};
    static const struct date_interval unknown = {DAY_MIN, DAY_MAX}; /* so is one with one end */
    struct step_row row = {.tool_no = e->tool_no,
                           .step = c->step,
                           .kind = kinds[e->kind],
                           .day = e->when.earliest == DAY_MIN ? unknown : e->when,
                           .confirming = c->standing[POSITION_CONFIRM],
                           .denying = c->standing[POSITION_DENY],
                           .ncnd = c->standing[POSITION_NCND]};
    if (e->kind == EVENT_LETTER)
        row.letter_no = e->letter + 1;
    else if (e->kind == EVENT_RULING)
        row.ruling_no = e->ruling_no;
    else
        row.acknowledgement_no = c->entries[e->first].acknowledgement_no;
    return row_write(&c->insert_step, &row, err);
}

static bool take_event(struct chain *c, const struct event *e, struct error *err)
{
    c->steps[++c->step] = e;
    bool ok = e->kind == EVENT_LETTER            ? take_letter(c, e, err)
              : e->kind == EVENT_ACKNOWLEDGEMENT ? take_acknowledgement(c, e, err)
              : e->kind == EVENT_WITHDRAWAL      ? take_withdrawal(c, e, err)
                                                 : true;
    return ok && write_step(c, e, err);
}

static void begin_tool(struct chain *c)
{
    for (size_t f = 0; f < c->in->force_count; f++)
        c->stands[f] = (struct stand){.position = POSITION_SILENT};
    memset(c->standing, 0, sizeof c->standing);
    memset(c->opened, 0, sizeof c->opened);
    c->step = 0;
}

static bool walk(struct chain *c, struct error *err)
{
    bool ok = true;
    for (size_t i = 0; ok && i < c->event_count; i++) {
        if (i == 0 || c->events[i].tool_no != c->events[i - 1].tool_no)
            begin_tool(c);
        ok = take_event(c, &c->events[i], err);
    }
    return ok;
}

bool chain_build(const struct inputs *in, const struct record *record,
                 const struct letters *letters, struct error *err)
{
    struct chain c = {.in = in, .record = record, .letters = letters};
    c.insert_step = row_writer(in->db, "insert_chain_step", step_fields);
    c.insert_conflict = row_writer(in->db, "insert_chain_conflict", conflict_fields);
    add_letters(&c);
    add_acknowledgements(&c);
    bool ok = add_rulings(&c, err);
    if (c.event_count)
        qsort_r(c.events, c.event_count, sizeof *c.events, compare_events, &c);
    c.stands = memory_new(in->force_count + 1, sizeof *c.stands);
    c.steps = memory_new(c.event_count + 1, sizeof *c.steps);
    ok = ok && walk(&c, err);
    free(c.steps);
    free(c.stands);
    free(c.events);
    free(c.entries);
    row_map_done(&c.insert_conflict);
    row_map_done(&c.insert_step);
    return ok;
}
