/* SPDX-License-Identifier: MIT
 * Units: one question of one request about one tool, with the forces' positions
 * counted, and the partners whose positions differ.
 */
#include "base/memory.h"
#include "derive/partners.h"
#include "derive/passes.h"
#include "store/row_map.h"

#include <stdlib.h>

/* The NCND subsections of an exemption set, as what is compared: sets of one
 * regime with one key have equal numbers; 0: none, or not known. */
struct basis {
    int32_t key;
    int8_t regime;
};

struct bases {
    struct basis *of_set;
    size_t count, room;
    struct text_index keys;
    int32_t *stamp_of_key; /* the unit in which the key was last counted */
    size_t key_count;
};

/* Grows the array up to that set. */
static struct basis *make_room(struct bases *b, size_t set)
{
    while (b->count <= set) {
        b->of_set = memory_grow(b->of_set, b->count, &b->room, sizeof *b->of_set);
        b->of_set[b->count++] = (struct basis){0, 0};
    }
    return &b->of_set[set];
}

static struct basis basis_of(const struct bases *b, int32_t set)
{
    return (size_t)set < b->count ? b->of_set[set] : (struct basis){0, 0};
}

static void add_base(struct bases *b, size_t set, struct slice regime, struct slice key)
{
    struct basis *basis = make_room(b, set);
    basis->regime = (int8_t)vocabulary_code(&regimes, regime);
    if (key.length == 0 || slice_is(regime, "other"))
        return;
    int32_t number = text_index_find(&b->keys, key);
    if (number < 0) {
        number = (int32_t)++b->key_count;
        text_index_add(&b->keys, key, number);
    }
    basis->key = number;
}

static bool load_bases(sqlite3 *db, struct bases *b, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "ncnd_keys");
    make_room(b, 0); /* no exemption: no basis */
    while (query_next(s))
        add_base(b, (size_t)query_get_int(s, "set_no"), query_get_text(s, "regime"),
                 query_get_text(s, "ncnd_key"));
    b->stamp_of_key = memory_new(3 * (b->key_count + 1), sizeof *b->stamp_of_key);
    return query_done(s, err);
}

static void bases_done(struct bases *b)
{
    free(b->of_set);
    free(b->stamp_of_key);
    text_index_done(&b->keys);
}

/* The pass: what it reads, and where its rows go. */
struct units {
    const struct inputs *in;
    const struct profiles *profiles;
    const struct cells *cells;
    struct bases bases;
    struct row_map insert_unit, insert_cell;
    struct partners partners;
};

struct counts {
    int32_t by_position[4];
    int32_t qualified, unread, confirming_acknowledged, ncnd_unacknowledged, guided, bases;
    int32_t central; /* answers with a position on a topic other than meetings and other */
};

/* Clause 47. */
static bool is_qualified(const struct units *u, const struct cell *cell)
{
    return cell->position == POSITION_DENY && u->in->facts[cell->fact].partial_ncnd == 1;
}

/* A whole letter that stands for a question is on the topic of that question (clause 17). */
static bool is_central(const struct units *u, const struct cell *cell)
{
    const struct fact *f = &u->in->facts[cell->fact];
    int topic = cell->question_no && !f->question_no
                    ? u->in->questions[cell->question_no].expanded_topic
                    : f->topic;
    return topic != TOPIC_MEETINGS && topic != TOPIC_OTHER;
}

static void count_cell(const struct units *u, const struct cell *cell, struct counts *c)
{
    const struct fact *f = &u->in->facts[cell->fact];
    const struct standings *all = &u->profiles->standings;
    int32_t standing = u->profiles->profiles[u->profiles->of_fact[cell->fact]].standing;
    c->by_position[cell->position]++;
    c->qualified += is_qualified(u, cell);
    c->guided += standing_is_guided(all, standing);
    if (cell->position == POSITION_SILENT) {
        c->unread += f->stance == STANCE_UNREAD;
        return;
    }
    c->central += is_central(u, cell);
    if (cell->position == POSITION_CONFIRM)
        c->confirming_acknowledged += standing_always_own(all, standing);
    if (cell->position == POSITION_NCND)
        c->ncnd_unacknowledged += standing_never_own(all, standing);
}

/* X04: distinct sets of NCND subsections among the ncnd answers of one regime. */
static int32_t count_bases(struct units *u, const struct unit_cells *unit)
{
    struct bases *b = &u->bases;
    int32_t distinct[3] = {0};
    for (size_t i = unit->first; i < unit->end; i++) {
        const struct cell *cell = &u->cells->cells[i];
        struct basis basis = basis_of(b, u->in->facts[cell->fact].set_no);
        if (cell->position != POSITION_NCND || !basis.key)
            continue;
        int32_t *stamp = &b->stamp_of_key[(size_t)basis.key * 3 + (size_t)basis.regime];
        distinct[basis.regime] += *stamp != unit->unit_no;
        *stamp = unit->unit_no;
    }
    int32_t most = distinct[0] > distinct[1] ? distinct[0] : distinct[1];
    return most > distinct[2] ? most : distinct[2];
}

struct unit_row {
    int32_t unit_no, request_no, question_no, tool_no;
    const char *topic;
    int32_t confirming, denying, qualified, ncnd, silent, unread;
    int32_t confirming_acknowledged, ncnd_unacknowledged, guided, ncnd_bases;
    bool is_marginal;
};
static const struct field unit_fields[] = {
    FIELD(struct unit_row, unit_no),
    FIELD(struct unit_row, request_no),
    FIELD_OPTIONAL(struct unit_row, question_no),
    FIELD(struct unit_row, tool_no),
    FIELD(struct unit_row, topic),
    FIELD(struct unit_row, confirming),
    FIELD(struct unit_row, denying),
    FIELD(struct unit_row, qualified),
    FIELD(struct unit_row, ncnd),
    FIELD(struct unit_row, silent),
    FIELD(struct unit_row, unread),
    FIELD(struct unit_row, confirming_acknowledged),
    FIELD(struct unit_row, ncnd_unacknowledged),
    FIELD(struct unit_row, guided),
    FIELD(struct unit_row, ncnd_bases),
    FIELD(struct unit_row, is_marginal),
};

static bool write_unit(struct units *u, const struct unit_cells *unit, const struct counts *c,
                       struct error *err)
{
    const struct cell *cell = &u->cells->cells[unit->first];
    int topic = cell->question_no ? u->in->questions[cell->question_no].expanded_topic
                                  : u->in->facts[cell->fact].topic;
    const struct unit_row row = {
        .unit_no = unit->unit_no,
        .request_no = cell->request_no,
        .question_no = cell->question_no,
        .tool_no = cell->tool_no,
        .topic = topics.words[topic],
        .confirming = c->by_position[POSITION_CONFIRM],
        .denying = c->by_position[POSITION_DENY],
        .qualified = c->qualified,
        .ncnd = c->by_position[POSITION_NCND],
        .silent = c->by_position[POSITION_SILENT] - c->unread,
        .unread = c->unread,
        .confirming_acknowledged = c->confirming_acknowledged,
        .ncnd_unacknowledged = c->ncnd_unacknowledged,
        .guided = c->guided,
        .ncnd_bases = c->bases,
        .is_marginal = c->central == 0,
    };
    return row_write(&u->insert_unit, &row, err);
}

struct cell_row {
    int32_t unit_no, force_no, response_no;
    const char *position;
    bool qualified;
};
static const struct field cell_fields[] = {
    FIELD(struct cell_row, unit_no),     FIELD(struct cell_row, force_no),
    FIELD(struct cell_row, response_no), FIELD(struct cell_row, position),
    FIELD(struct cell_row, qualified),
};

static bool write_cells(struct units *u, const struct unit_cells *unit, struct error *err)
{
    for (size_t i = unit->first; i < unit->end; i++) {
        const struct cell *cell = &u->cells->cells[i];
        const struct fact *f = &u->in->facts[cell->fact];
        const struct cell_row row = {.unit_no = unit->unit_no,
                                     .force_no = cell->force_no,
                                     .response_no = f->response_no,
                                     .position = positions.words[cell->position],
                                     .qualified = is_qualified(u, cell)};
        if (!row_write(&u->insert_cell, &row, err))
            return false;
    }
    return true;
}

static size_t end_of_unit(const struct cells *all, size_t first)
{
    const struct cell *a = &all->cells[first];
    size_t end = first + 1;
    for (; end < all->count; end++) {
        const struct cell *b = &all->cells[end];
        if (b->request_no != a->request_no || b->question_no != a->question_no ||
            b->tool_no != a->tool_no)
            break;
    }
    return end;
}

static bool is_split(const struct counts *c)
{
    return (c->by_position[POSITION_CONFIRM] > 0) + (c->by_position[POSITION_DENY] > 0) +
               (c->by_position[POSITION_NCND] > 0) >
           1;
}

static bool take_unit(struct units *u, const struct unit_cells *unit, struct error *err)
{
    struct counts c = {0};
    for (size_t i = unit->first; i < unit->end; i++)
        count_cell(u, &u->cells->cells[i], &c);
    c.bases = count_bases(u, unit);
    return write_unit(u, unit, &c, err) && write_cells(u, unit, err) &&
           (!is_split(&c) || partners_write(&u->partners, unit, err));
}

static bool take_units(struct units *u, struct error *err)
{
    struct unit_cells unit = {.unit_no = 1};
    for (; unit.first < u->cells->count; unit.first = unit.end, unit.unit_no++) {
        unit.end = end_of_unit(u->cells, unit.first);
        if (!take_unit(u, &unit, err))
            return false;
    }
    return true;
}

bool units_build(const struct inputs *in, const struct record *record,
                 const struct profiles *profiles, const struct cells *cells, struct error *err)
{
    struct units u = {.in = in, .profiles = profiles, .cells = cells};
    u.insert_unit = row_writer(in->db, "insert_unit", unit_fields);
    u.insert_cell = row_writer(in->db, "insert_cell", cell_fields);
    u.partners = partners_begin(in, record, profiles, cells);
    bool ok = load_bases(in->db, &u.bases, err) && take_units(&u, err);
    partners_done(&u.partners);
    row_map_done(&u.insert_cell);
    row_map_done(&u.insert_unit);
    bases_done(&u.bases);
    return ok;
}
