/* SPDX-License-Identifier: MIT
 * Profiles: rows that are coded alike and stand alike before the record and the
 * advice, so that rules about rows look at each kind once.
 */
#include "base/memory.h"
#include "derive/advice.h"
#include "derive/passes.h"
#include "derive/standing.h"
#include "store/row_map.h"

#include <stdlib.h>

static bool is_same_profile(int32_t number, const void *key, void *context)
{
    const struct model *m = context;
    return memcmp(&m->profiles[number], key, sizeof(struct profile)) == 0;
}

static int32_t intern_profile(struct model *m, const struct profile *p)
{
    uint64_t hash = dictionary_hash((struct slice){(const char *)p, sizeof *p});
    int32_t found = dictionary_find(&m->profile_index, hash, is_same_profile, p, m);
    if (found >= 0)
        return found;
    m->profiles = memory_grow(m->profiles, m->profile_count, &m->profile_room, sizeof *m->profiles);
    m->profiles[m->profile_count] = *p;
    dictionary_add(&m->profile_index, hash, (int32_t)m->profile_count);
    return (int32_t)m->profile_count++;
}

static struct profile profile_of(const struct model *m, const struct fact *f, int32_t standing)
{
    struct profile p;
    memset(&p, 0, sizeof p); /* compared as bytes */
    p.set_no = f->set_no;
    p.standing = standing;
    p.regime = m->regime_of[f->force_no];
    p.stance = f->stance;
    p.position = f->position;
    p.topic = f->topic;
    p.stage = f->stage;
    p.partial_ncnd = f->partial_ncnd;
    p.held = f->held;
    p.harm_test = f->harm_test;
    p.public_interest_test = f->public_interest_test;
    p.has_link = f->has_link;
    p.dated = date_is_known(f->responded);
    p.superseded = f->superseded;
    p.conflicting = f->conflicting;
    return p;
}

static const char *yes_no_unknown(int8_t value)
{
    if (value < 0)
        return "unknown";
    return value ? "yes" : "no";
}

static const char *const conformance_words[] = {"no", "yes", "not_applicable"};

/* What holds in every reading, as matrix.csv shows it (clauses 12 and 22). */
struct certain_state {
    const char *acknowledged;
    int32_t guidance; /* -1: none, or not the same in all */
    enum conformance conforms;
};

static struct certain_state certain_state_of(const struct model *m, const struct profile *p)
{
    const struct standing *s = &m->standings[p->standing];
    const struct reading *first = &m->readings[s->first];
    struct certain_state state = {
        "none", first->guidance,
        conformance_with(m, first->guidance, p->position, p->partial_ncnd)};
    bool own = true, collaboration = true;
    for (size_t i = 0; i < s->count; i++) {
        const struct reading *r = &first[i];
        own &= r->own != 0;
        collaboration &= r->collaboration != 0;
        if (r->guidance != state.guidance)
            state.guidance = -1;
        if (conformance_with(m, r->guidance, p->position, p->partial_ncnd) != state.conforms)
            state.conforms = CONFORMS_NOT_APPLICABLE;
    }
    if (own)
        state.acknowledged = "own";
    else if (collaboration)
        state.acknowledged = "collaboration";
    else if (s->third_party)
        state.acknowledged = "third_party";
    return state;
}

/* 0: none. */
static int32_t guidance_number(const struct model *m, int32_t guidance)
{
    return guidance < 0 ? 0 : m->guidance[guidance].guidance_no;
}

struct reading_row {
    int32_t profile_no, reading;
    bool own_acknowledgement, collaboration_acknowledgement;
    int32_t guidance_no, replaced_guidance_no;
    const char *conforms, *conformed_before;
};
static const struct field reading_fields[] = {
    FIELD(struct reading_row, profile_no),
    FIELD(struct reading_row, reading),
    FIELD(struct reading_row, own_acknowledgement),
    FIELD(struct reading_row, collaboration_acknowledgement),
    FIELD_OPTIONAL(struct reading_row, guidance_no),
    FIELD_OPTIONAL(struct reading_row, replaced_guidance_no),
    FIELD(struct reading_row, conforms),
    FIELD(struct reading_row, conformed_before),
};

static const char *conformance_word(const struct model *m, const struct profile *p,
                                    int32_t guidance)
{
    return conformance_words[conformance_with(m, guidance, p->position, p->partial_ncnd)];
}

static bool write_readings(const struct model *m, struct row_map *insert, int32_t profile,
                           struct error *err)
{
    const struct profile *p = &m->profiles[profile];
    const struct standing *s = &m->standings[p->standing];
    for (size_t i = 0; i < s->count; i++) {
        const struct reading *r = &m->readings[s->first + i];
        const struct reading_row row = {
            .profile_no = profile + 1,
            .reading = (int32_t)i + 1,
            .own_acknowledgement = r->own != 0,
            .collaboration_acknowledgement = r->collaboration != 0,
            .guidance_no = guidance_number(m, r->guidance),
            .replaced_guidance_no = guidance_number(m, r->replaced),
            .conforms = conformance_word(m, p, r->guidance),
            .conformed_before = conformance_word(m, p, r->replaced),
        };
        if (!row_write(insert, &row, err))
            return false;
    }
    return true;
}

struct profile_row {
    int32_t profile_no, set_no, guidance_no;
    const char *regime, *stance, *position, *topic, *stage;
    const char *partial_ncnd, *held_statement, *harm_test, *public_interest_test;
    bool has_link, dated, superseded, conflicting, guided;
    const char *acknowledged, *conforms;
    size_t readings;
};
static const struct field profile_fields[] = {
    FIELD(struct profile_row, profile_no),
    FIELD_OPTIONAL(struct profile_row, set_no),
    FIELD_OPTIONAL(struct profile_row, guidance_no),
    FIELD(struct profile_row, regime),
    FIELD(struct profile_row, stance),
    FIELD(struct profile_row, position),
    FIELD(struct profile_row, topic),
    FIELD(struct profile_row, stage),
    FIELD(struct profile_row, partial_ncnd),
    FIELD(struct profile_row, held_statement),
    FIELD(struct profile_row, harm_test),
    FIELD(struct profile_row, public_interest_test),
    FIELD(struct profile_row, has_link),
    FIELD(struct profile_row, dated),
    FIELD(struct profile_row, superseded),
    FIELD(struct profile_row, conflicting),
    FIELD(struct profile_row, guided),
    FIELD(struct profile_row, acknowledged),
    FIELD(struct profile_row, conforms),
    FIELD(struct profile_row, readings),
};

static struct profile_row coding_of(const struct profile *p)
{
    return (struct profile_row){
        .set_no = p->set_no,
        .regime = regimes.words[p->regime],
        .stance = stances.words[p->stance],
        .position = positions.words[p->position],
        .topic = topics.words[p->topic],
        .stage = stages.words[p->stage],
        .partial_ncnd = yes_no_unknown(p->partial_ncnd),
        .held_statement = p->held < 0 ? "" : held_statements.words[p->held],
        .harm_test = yes_no_unknown(p->harm_test),
        .public_interest_test = yes_no_unknown(p->public_interest_test),
        .has_link = p->has_link != 0,
        .dated = p->dated != 0,
        .superseded = p->superseded != 0,
        .conflicting = p->conflicting != 0,
    };
}

static bool write_profiles(const struct model *m, struct error *err)
{
    SCOPED_ROW_MAP insert = row_writer(m->db, "insert_profile", profile_fields);
    SCOPED_ROW_MAP reading = row_writer(m->db, "insert_profile_reading", reading_fields);
    for (int32_t i = 0; (size_t)i < m->profile_count; i++) {
        const struct profile *p = &m->profiles[i];
        struct certain_state state = certain_state_of(m, p);
        struct profile_row row = coding_of(p);
        row.profile_no = i + 1;
        row.acknowledged = state.acknowledged;
        row.guidance_no = guidance_number(m, state.guidance);
        row.guided = standing_is_guided(m, p->standing);
        row.conforms = conformance_words[state.conforms];
        row.readings = m->standings[p->standing].count;
        if (!row_write(&insert, &row, err) || !write_readings(m, &reading, i, err))
            return false;
    }
    return true;
}

static int compare_response_no(const void *left, const void *right, void *facts)
{
    const struct fact *all = facts;
    const struct fact *a = &all[*(const int32_t *)left], *b = &all[*(const int32_t *)right];
    return (a->response_no > b->response_no) - (a->response_no < b->response_no);
}

struct meaning_row {
    int32_t response_no, profile_no, letter_no;
};
static const struct field meaning_fields[] = {
    FIELD(struct meaning_row, response_no),
    FIELD(struct meaning_row, profile_no),
    FIELD(struct meaning_row, letter_no),
};

/* In the order of response_no, so that the table grows at its end. */
static bool write_meanings(struct model *m, struct error *err)
{
    SCOPED_ROW_MAP insert = row_writer(m->db, "insert_response_meaning", meaning_fields);
    int32_t *order __attribute__((cleanup(memory_release))) =
        memory_new(m->fact_count, sizeof *order);
    for (size_t i = 0; i < m->fact_count; i++)
        order[i] = (int32_t)i;
    if (m->fact_count)
        qsort_r(order, m->fact_count, sizeof *order, compare_response_no, m->facts);
    for (size_t i = 0; i < m->fact_count; i++) {
        const struct fact *f = &m->facts[order[i]];
        const struct meaning_row row = {f->response_no, f->profile + 1, f->letter + 1};
        if (!row_write(&insert, &row, err))
            return false;
    }
    return true;
}

bool profiles_build(struct model *m, struct error *err)
{
    int32_t standing = -1;
    for (size_t i = 0; i < m->fact_count; i++) {
        struct fact *f = &m->facts[i];
        if (i == 0 || f->letter != m->facts[i - 1].letter)
            standing = standing_of(m, f);
        struct profile p = profile_of(m, f, standing);
        f->profile = intern_profile(m, &p);
    }
    return write_profiles(m, err) && write_meanings(m, err);
}
