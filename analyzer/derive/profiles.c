/* SPDX-License-Identifier: MIT */
#include "derive/profiles.h"

#include "base/memory.h"
#include "derive/advice.h"
#include "derive/compare.h"
#include "store/row_map.h"

#include <stdlib.h>

/* The profiles while facts are given theirs. */
struct making {
    const struct inputs *in;
    const struct letters *letters;
    struct profile *profiles;
    size_t count, room;
    struct dictionary index;
};

static bool is_same_profile(int32_t number, const void *key, void *making)
{
    const struct making *m = making;
    return memcmp(&m->profiles[number], key, sizeof(struct profile)) == 0;
}

static int32_t intern_profile(struct making *m, const struct profile *p)
{
    uint64_t hash = dictionary_hash((struct slice){(const char *)p, sizeof *p});
    int32_t found = dictionary_find(&m->index, hash, is_same_profile, p, m);
    if (found >= 0)
        return found;
    m->profiles = memory_grow(m->profiles, m->count, &m->room, sizeof *m->profiles);
    m->profiles[m->count] = *p;
    dictionary_add(&m->index, hash, (int32_t)m->count);
    return (int32_t)m->count++;
}

static struct profile profile_of(const struct making *m, size_t fact, int32_t standing)
{
    const struct fact *f = &m->in->facts[fact];
    const struct row_in_letter *row = &m->letters->rows[fact];
    struct profile p;
    memset(&p, 0, sizeof p); /* compared as bytes */
    p.set_no = f->set_no;
    p.standing = standing;
    p.regime = m->in->regime_of[f->force_no];
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
    p.superseded = row->superseded;
    p.conflicting = row->conflicting;
    return p;
}

static const char *const conformance_words[] = {"no", "yes", "not_applicable"};

/* What holds in every reading, as matrix.csv shows it (clauses 12 and 22). */
struct certain_state {
    const char *acknowledged;
    int32_t guidance; /* -1: none, or not the same in all */
    enum conformance conforms;
};

static struct certain_state certain_state_of(const struct standings *all, const struct profile *p)
{
    const struct standing *s = &all->standings[p->standing];
    const struct reading *first = &all->readings[s->first];
    struct certain_state state = {
        "none", first->guidance,
        conformance_with(all->in, first->guidance, p->position, p->partial_ncnd)};
    bool own = true, collaboration = true;
    for (size_t i = 0; i < s->count; i++) {
        const struct reading *r = &first[i];
        own &= r->own != 0;
        collaboration &= r->collaboration != 0;
        if (r->guidance != state.guidance)
            state.guidance = -1;
        if (conformance_with(all->in, r->guidance, p->position, p->partial_ncnd) != state.conforms)
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
static int32_t guidance_number(const struct inputs *in, int32_t guidance)
{
    return guidance < 0 ? 0 : in->guidance[guidance].guidance_no;
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

static const char *conformance_word(const struct inputs *in, const struct profile *p,
                                    int32_t guidance)
{
    return conformance_words[conformance_with(in, guidance, p->position, p->partial_ncnd)];
}

static bool write_readings(const struct profiles *profiles, struct row_map *insert, int32_t profile,
                           struct error *err)
{
    const struct profile *p = &profiles->profiles[profile];
    const struct standings *all = &profiles->standings;
    const struct standing *s = &all->standings[p->standing];
    for (size_t i = 0; i < s->count; i++) {
        const struct reading *r = &all->readings[s->first + i];
        const struct reading_row row = {
            .profile_no = profile + 1,
            .reading = (int32_t)i + 1,
            .own_acknowledgement = r->own != 0,
            .collaboration_acknowledgement = r->collaboration != 0,
            .guidance_no = guidance_number(all->in, r->guidance),
            .replaced_guidance_no = guidance_number(all->in, r->replaced),
            .conforms = conformance_word(all->in, p, r->guidance),
            .conformed_before = conformance_word(all->in, p, r->replaced),
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

static bool write_profiles(sqlite3 *db, const struct profiles *profiles, struct error *err)
{
    SCOPED_ROW_MAP insert = row_writer(db, "insert_profile", profile_fields);
    SCOPED_ROW_MAP reading = row_writer(db, "insert_profile_reading", reading_fields);
    const struct standings *all = &profiles->standings;
    for (int32_t i = 0; (size_t)i < profiles->count; i++) {
        const struct profile *p = &profiles->profiles[i];
        struct certain_state state = certain_state_of(all, p);
        struct profile_row row = coding_of(p);
        row.profile_no = i + 1;
        row.acknowledged = state.acknowledged;
        row.guidance_no = guidance_number(all->in, state.guidance);
        row.guided = standing_is_guided(all, p->standing);
        row.conforms = conformance_words[state.conforms];
        row.readings = all->standings[p->standing].count;
        if (!row_write(&insert, &row, err) || !write_readings(profiles, &reading, i, err))
            return false;
    }
    return true;
}

struct meaning_row {
    int32_t response_no, profile_no, letter_no;
};
static const struct field meaning_fields[] = {
    FIELD(struct meaning_row, response_no),
    FIELD(struct meaning_row, profile_no),
    FIELD(struct meaning_row, letter_no),
};

static int compare_response_no(const void *left, const void *right)
{
    const struct meaning_row *a = left, *b = right;
    COMPARE(response_no)
    return 0;
}

/* In the order of response_no, so that the table grows at its end. */
static bool write_meanings(const struct inputs *in, const struct letters *letters,
                           const struct profiles *profiles, struct error *err)
{
    struct meaning_row *rows __attribute__((cleanup(memory_release))) =
        memory_new(in->fact_count, sizeof *rows);
    for (size_t i = 0; i < in->fact_count; i++)
        rows[i] = (struct meaning_row){in->facts[i].response_no, profiles->of_fact[i] + 1,
                                       letters->rows[i].letter + 1};
    if (in->fact_count)
        qsort(rows, in->fact_count, sizeof *rows, compare_response_no);
    SCOPED_ROW_MAP insert = row_writer(in->db, "insert_response_meaning", meaning_fields);
    for (size_t i = 0; i < in->fact_count; i++)
        if (!row_write(&insert, &rows[i], err))
            return false;
    return true;
}

/* Rows of one letter stand alike, and stand together. */
static void give_profiles(const struct inputs *in, const struct letters *letters,
                          struct profiles *ret)
{
    struct making m = {.in = in, .letters = letters};
    int32_t *of_fact = memory_new(in->fact_count, sizeof *of_fact);
    int32_t standing = -1;
    for (size_t i = 0; i < in->fact_count; i++) {
        if (i == 0 || letters->rows[i].letter != letters->rows[i - 1].letter)
            standing = standing_of(&ret->standings, &in->facts[i]);
        struct profile p = profile_of(&m, i, standing);
        of_fact[i] = intern_profile(&m, &p);
    }
    dictionary_done(&m.index);
    ret->profiles = m.profiles;
    ret->count = m.count;
    ret->of_fact = of_fact;
}

bool profiles_build(const struct inputs *in, const struct record *record,
                    const struct letters *letters, struct profiles *ret, struct error *err)
{
    *ret = (struct profiles){.standings = {.in = in, .record = record}};
    give_profiles(in, letters, ret);
    return write_profiles(in->db, ret, err) && write_meanings(in, letters, ret, err);
}

void profiles_done(struct profiles *p)
{
    memory_release(&p->profiles);
    memory_release(&p->of_fact);
    standings_done(&p->standings);
}
