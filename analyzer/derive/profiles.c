/* SPDX-License-Identifier: MIT
 * Profiles: rows that are coded alike and stand alike before the record and the
 * advice, so that rules about rows look at each kind once.
 */
#include "base/memory.h"
#include "derive/advice.h"
#include "derive/passes.h"
#include "derive/standing.h"
#include "store/query.h"

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

static void bind_guidance(const struct model *m, sqlite3_stmt *s, int position, int32_t guidance)
{
    if (guidance < 0)
        query_null(s, position);
    else
        query_int(s, position, m->guidance[guidance].guidance_no);
}

static void bind_coding(sqlite3_stmt *s, const struct profile *p)
{
    query_text(s, 2, slice_of(regimes.words[p->regime]));
    query_text(s, 3, slice_of(stances.words[p->stance]));
    query_text(s, 4, slice_of(positions.words[p->position]));
    query_text(s, 5, slice_of(topics.words[p->topic]));
    query_text(s, 6, slice_of(stages.words[p->stage]));
    query_text(s, 7, slice_of(yes_no_unknown(p->partial_ncnd)));
    query_text(s, 8, slice_of(p->held < 0 ? "" : held_statements.words[p->held]));
    if (p->set_no)
        query_int(s, 9, p->set_no);
    else
        query_null(s, 9);
    query_text(s, 10, slice_of(yes_no_unknown(p->harm_test)));
    query_text(s, 11, slice_of(yes_no_unknown(p->public_interest_test)));
    query_int(s, 12, p->has_link);
    query_int(s, 13, p->dated);
    query_int(s, 14, p->superseded);
    query_int(s, 15, p->conflicting);
}

static bool write_readings(const struct model *m, sqlite3_stmt *insert, int32_t profile,
                           struct error *err)
{
    const struct profile *p = &m->profiles[profile];
    const struct standing *s = &m->standings[p->standing];
    for (size_t i = 0; i < s->count; i++) {
        const struct reading *r = &m->readings[s->first + i];
        query_int(insert, 1, profile + 1);
        query_int(insert, 2, (int64_t)i + 1);
        query_int(insert, 3, r->own);
        query_int(insert, 4, r->collaboration);
        bind_guidance(m, insert, 5, r->guidance);
        query_text(
            insert, 6,
            slice_of(
                conformance_words[conformance_with(m, r->guidance, p->position, p->partial_ncnd)]));
        bind_guidance(m, insert, 7, r->replaced);
        query_text(
            insert, 8,
            slice_of(
                conformance_words[conformance_with(m, r->replaced, p->position, p->partial_ncnd)]));
        if (!query_run(insert, err))
            return false;
    }
    return true;
}

static bool write_profiles(const struct model *m, struct error *err)
{
    SCOPED_QUERY insert = query_prepare(m->db, "analyzer/derive/queries/insert_profile.sql");
    SCOPED_QUERY reading =
        query_prepare(m->db, "analyzer/derive/queries/insert_profile_reading.sql");
    for (int32_t i = 0; (size_t)i < m->profile_count; i++) {
        const struct profile *p = &m->profiles[i];
        struct certain_state state = certain_state_of(m, p);
        query_int(insert, 1, i + 1);
        bind_coding(insert, p);
        query_text(insert, 16, slice_of(state.acknowledged));
        bind_guidance(m, insert, 17, state.guidance);
        query_int(insert, 18, standing_is_guided(m, p->standing));
        query_text(insert, 19, slice_of(conformance_words[state.conforms]));
        query_int(insert, 20, (int64_t)m->standings[p->standing].count);
        if (!query_run(insert, err) || !write_readings(m, reading, i, err))
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

/* In the order of response_no, so that the table grows at its end. */
static bool write_meanings(struct model *m, struct error *err)
{
    SCOPED_QUERY insert =
        query_prepare(m->db, "analyzer/derive/queries/insert_response_meaning.sql");
    int32_t *order __attribute__((cleanup(memory_release))) =
        memory_new(m->fact_count, sizeof *order);
    for (size_t i = 0; i < m->fact_count; i++)
        order[i] = (int32_t)i;
    if (m->fact_count)
        qsort_r(order, m->fact_count, sizeof *order, compare_response_no, m->facts);
    for (size_t i = 0; i < m->fact_count; i++) {
        const struct fact *f = &m->facts[order[i]];
        query_int(insert, 1, f->response_no);
        query_int(insert, 2, f->profile + 1);
        query_int(insert, 3, f->letter + 1);
        if (!query_run(insert, err))
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
