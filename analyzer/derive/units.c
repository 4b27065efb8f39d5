/* SPDX-License-Identifier: MIT
 * Units: one question of one request about one tool, with the forces' positions
 * counted, and the partners whose positions differ.
 */
#include "base/memory.h"
#include "derive/partners.h"
#include "derive/passes.h"
#include "derive/standing.h"
#include "store/query.h"

#include <stdlib.h>

/* The NCND subsections of an exemption set, as what is compared: sets of one
 * regime with one key have equal numbers; 0: none, or not known. */
struct bases {
    int32_t *key_of_set;
    int8_t *regime_of_set;
    size_t count;
    struct text_index keys;
    int32_t *stamp_of_key; /* the unit in which the key was last counted */
    size_t key_count;
};

static bool load_bases(struct model *m, struct bases *b, struct error *err)
{
    SCOPED_QUERY s = query_prepare(m->db, "analyzer/derive/queries/ncnd_keys.sql");
    size_t key_room = 0, regime_room = 0;
    bool row = false, ok = query_step(s, &row, err);
    for (; ok && row; ok = query_step(s, &row, err)) {
        size_t set = (size_t)sqlite3_column_int(s, 0);
        while (b->count <= set) {
            b->key_of_set = memory_grow(b->key_of_set, b->count, &key_room, sizeof(int32_t));
            b->regime_of_set = memory_grow(b->regime_of_set, b->count, &regime_room, 1);
            b->key_of_set[b->count] = 0;
            b->regime_of_set[b->count++] = 0;
        }
        struct slice key = query_column(s, 2);
        b->regime_of_set[set] = (int8_t)vocabulary_code(&regimes, query_column(s, 1));
        if (key.length == 0 || slice_is(query_column(s, 1), "other"))
            continue;
        int32_t number = text_index_find(&b->keys, key);
        if (number < 0) {
            number = (int32_t)++b->key_count;
            text_index_add(&b->keys, key, number);
        }
        b->key_of_set[set] = number;
    }
    b->stamp_of_key = memory_new(3 * (b->key_count + 1), sizeof *b->stamp_of_key);
    return ok;
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

static bool write_unit(const struct model *m, sqlite3_stmt *insert, const struct cell *cell,
                       int32_t unit_no, const struct counts *c, struct error *err)
{
    int topic = cell->question_no ? m->questions[cell->question_no].expanded_topic
                                  : m->facts[cell->fact].topic;
    query_int(insert, 1, unit_no);
    query_int(insert, 2, cell->request_no);
    query_null(insert, 3);
    if (cell->question_no)
        query_int(insert, 3, cell->question_no);
    query_int(insert, 4, cell->tool_no);
    query_text(insert, 5, slice_of(topics.words[topic]));
    query_int(insert, 6, c->by_position[POSITION_CONFIRM]);
    query_int(insert, 7, c->by_position[POSITION_DENY]);
    query_int(insert, 8, c->by_position[POSITION_NCND]);
    query_int(insert, 9, c->by_position[POSITION_SILENT] - c->unread);
    query_int(insert, 10, c->unread);
    query_int(insert, 11, c->confirming_acknowledged);
    query_int(insert, 12, c->ncnd_unacknowledged);
    query_int(insert, 13, c->guided);
    query_int(insert, 14, c->bases);
    return query_run(insert, err);
}

static bool write_cells(const struct model *m, sqlite3_stmt *insert, size_t first, size_t end,
                        int32_t unit_no, struct error *err)
{
    for (size_t i = first; i < end; i++) {
        const struct fact *f = &m->facts[m->cells[i].fact];
        query_int(insert, 1, unit_no);
        query_int(insert, 2, m->cells[i].force_no);
        query_int(insert, 3, f->response_no);
        query_text(insert, 4, slice_of(positions.words[f->position]));
        if (!query_run(insert, err))
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
    SCOPED_QUERY insert_unit = query_prepare(m->db, "analyzer/derive/queries/insert_unit.sql");
    SCOPED_QUERY insert_cell = query_prepare(m->db, "analyzer/derive/queries/insert_cell.sql");
    SCOPED_QUERY insert_partner =
        query_prepare(m->db, "analyzer/derive/queries/insert_partner.sql");
    int32_t unit_no = 0;
    for (size_t first = 0, end = 0; first < m->cell_count; first = end) {
        end = end_of_unit(m, first);
        unit_no++;
        struct counts c = {0};
        for (size_t i = first; i < end; i++)
            count_cell(m, &m->facts[m->cells[i].fact], &c);
        c.bases = count_bases(m, b, first, end, unit_no);
        if (!write_unit(m, insert_unit, &m->cells[first], unit_no, &c, err) ||
            !write_cells(m, insert_cell, first, end, unit_no, err))
            return false;
        struct unit_cells unit = {unit_no, first, end};
        if (is_split(&c) && !partners_write(m, insert_partner, &unit, err))
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
