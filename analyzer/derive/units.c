/* SPDX-License-Identifier: MIT
 * Units: one question of one request about one tool, with the forces' positions
 * counted, and the partners whose positions differ.
 */
#include "base/memory.h"
#include "derive/partners.h"
#include "derive/passes.h"
#include "derive/standing.h"
#include "store/row_map.h"

#include <stdlib.h>

/* The NCND subsections of an exemption set, as what is compared: sets of one
 * regime with one key have equal numbers; 0: none, or not known. */
struct bases {
    int32_t *key_of_set;
    int8_t *regime_of_set;
    size_t count, key_room, regime_room;
    struct text_index keys;
    int32_t *stamp_of_key; /* the unit in which the key was last counted */
    size_t key_count;
};

/* Grows the arrays up to that set. */
static void make_room(struct bases *b, size_t set)
{
    while (b->count <= set) {
        b->key_of_set = memory_grow(b->key_of_set, b->count, &b->key_room, sizeof(int32_t));
        b->regime_of_set = memory_grow(b->regime_of_set, b->count, &b->regime_room, 1);
        b->key_of_set[b->count] = 0;
        b->regime_of_set[b->count++] = 0;
    }
}

static void add_base(struct bases *b, size_t set, struct slice regime, struct slice key)
{
    make_room(b, set);
    b->regime_of_set[set] = (int8_t)vocabulary_code(&regimes, regime);
    if (key.length == 0 || slice_is(regime, "other"))
        return;
    int32_t number = text_index_find(&b->keys, key);
    if (number < 0) {
        number = (int32_t)++b->key_count;
        text_index_add(&b->keys, key, number);
    }
    b->key_of_set[set] = number;
}

static bool load_bases(struct model *m, struct bases *b, struct error *err)
{
    SCOPED_QUERY s = query_prepare(m->db, "ncnd_keys");
    while (query_next(s))
        add_base(b, (size_t)query_get_int(s, "set_no"), query_get_text(s, "regime"),
                 query_get_text(s, "ncnd_key"));
    b->stamp_of_key = memory_new(3 * (b->key_count + 1), sizeof *b->stamp_of_key);
    return query_done(s, err);
}

static void bases_done(struct bases *b)
{
    free(b->key_of_set);
    free(b->regime_of_set);
    free(b->stamp_of_key);
    text_index_done(&b->keys);
}

struct counts {
    int32_t by_position[4];
    int32_t unread, confirming_acknowledged, ncnd_unacknowledged, guided, bases;
};

static void count_cell(const struct model *m, const struct fact *f, struct counts *c)
{
    int32_t standing = m->profiles[f->profile].standing;
    c->by_position[f->position]++;
    c->guided += standing_is_guided(m, standing);
    if (f->position == POSITION_SILENT) {
        c->unread += f->stance == STANCE_UNREAD;
        return;
    }
    if (f->position == POSITION_CONFIRM)
        c->confirming_acknowledged += standing_always_own(m, standing);
    if (f->position == POSITION_NCND)
        c->ncnd_unacknowledged += standing_never_own(m, standing);
}

/* X04: distinct sets of NCND subsections among the ncnd answers of one regime. */
static int32_t count_bases(const struct model *m, struct bases *b, size_t first, size_t end,
                           int32_t unit_no)
{
    int32_t distinct[3] = {0};
    for (size_t i = first; i < end; i++) {
        const struct fact *f = &m->facts[m->cells[i].fact];
        int32_t key = f->set_no && f->position == POSITION_NCND ? b->key_of_set[f->set_no] : 0;
        if (!key)
            continue;
        int8_t regime = b->regime_of_set[f->set_no];
        int32_t *stamp = &b->stamp_of_key[(size_t)key * 3 + (size_t)regime];
        distinct[regime] += *stamp != unit_no;
        *stamp = unit_no;
    }
    int32_t most = distinct[0] > distinct[1] ? distinct[0] : distinct[1];
    return most > distinct[2] ? most : distinct[2];
}

struct unit_row {
    int32_t unit_no, request_no, question_no, tool_no;
    const char *topic;
    int32_t confirming, denying, ncnd, silent, unread;
    int32_t confirming_acknowledged, ncnd_unacknowledged, guided, ncnd_bases;
};
static const struct field unit_fields[] = {
    FIELD(struct unit_row, unit_no),
    FIELD(struct unit_row, request_no),
    FIELD_OPTIONAL(struct unit_row, question_no),
    FIELD(struct unit_row, tool_no),
    FIELD(struct unit_row, topic),
    FIELD(struct unit_row, confirming),
    FIELD(struct unit_row, denying),
    FIELD(struct unit_row, ncnd),
    FIELD(struct unit_row, silent),
    FIELD(struct unit_row, unread),
    FIELD(struct unit_row, confirming_acknowledged),
    FIELD(struct unit_row, ncnd_unacknowledged),
    FIELD(struct unit_row, guided),
    FIELD(struct unit_row, ncnd_bases),
};

static bool write_unit(const struct model *m, struct row_map *insert, const struct cell *cell,
                       int32_t unit_no, const struct counts *c, struct error *err)
{
    int topic = cell->question_no ? m->questions[cell->question_no].expanded_topic
                                  : m->facts[cell->fact].topic;
    const struct unit_row row = {
        .unit_no = unit_no,
        .request_no = cell->request_no,
        .question_no = cell->question_no,
        .tool_no = cell->tool_no,
        .topic = topics.words[topic],
        .confirming = c->by_position[POSITION_CONFIRM],
        .denying = c->by_position[POSITION_DENY],
        .ncnd = c->by_position[POSITION_NCND],
        .silent = c->by_position[POSITION_SILENT] - c->unread,
        .unread = c->unread,
        .confirming_acknowledged = c->confirming_acknowledged,
        .ncnd_unacknowledged = c->ncnd_unacknowledged,
        .guided = c->guided,
        .ncnd_bases = c->bases,
    };
    return row_write(insert, &row, err);
}

struct cell_row {
    int32_t unit_no, force_no, response_no;
    const char *position;
};
static const struct field cell_fields[] = {
    FIELD(struct cell_row, unit_no),
    FIELD(struct cell_row, force_no),
    FIELD(struct cell_row, response_no),
    FIELD(struct cell_row, position),
};

static bool write_cells(const struct model *m, struct row_map *insert, size_t first, size_t end,
                        int32_t unit_no, struct error *err)
{
    for (size_t i = first; i < end; i++) {
        const struct fact *f = &m->facts[m->cells[i].fact];
        const struct cell_row row = {unit_no, m->cells[i].force_no, f->response_no,
                                     positions.words[f->position]};
        if (!row_write(insert, &row, err))
            return false;
    }
    return true;
}

static size_t end_of_unit(const struct model *m, size_t first)
{
    const struct cell *a = &m->cells[first];
    size_t end = first + 1;
    while (end < m->cell_count && m->cells[end].request_no == a->request_no &&
           m->cells[end].question_no == a->question_no && m->cells[end].tool_no == a->tool_no)
        end++;
    return end;
}

static bool is_split(const struct counts *c)
{
    return (c->by_position[POSITION_CONFIRM] > 0) + (c->by_position[POSITION_DENY] > 0) +
               (c->by_position[POSITION_NCND] > 0) >
           1;
}

static bool write_all(struct model *m, struct bases *b, struct error *err)
{
    SCOPED_ROW_MAP insert_unit = row_writer(m->db, "insert_unit", unit_fields);
    SCOPED_ROW_MAP insert_cell = row_writer(m->db, "insert_cell", cell_fields);
    SCOPED_ROW_MAP insert_partner = partners_writer(m->db);
    int32_t unit_no = 0;
    for (size_t first = 0, end = 0; first < m->cell_count; first = end) {
        end = end_of_unit(m, first);
        unit_no++;
        struct counts c = {0};
        for (size_t i = first; i < end; i++)
            count_cell(m, &m->facts[m->cells[i].fact], &c);
        c.bases = count_bases(m, b, first, end, unit_no);
        if (!write_unit(m, &insert_unit, &m->cells[first], unit_no, &c, err) ||
            !write_cells(m, &insert_cell, first, end, unit_no, err))
            return false;
        struct unit_cells unit = {unit_no, first, end};
        if (is_split(&c) && !partners_write(m, &insert_partner, &unit, err))
            return false;
    }
    return true;
}

bool units_build(struct model *m, struct error *err)
{
    struct bases b = {0};
    bool ok = load_bases(m, &b, err) && write_all(m, &b, err);
    bases_done(&b);
    return ok;
}
