/* SPDX-License-Identifier: MIT */
#include "classify/proposals.h"

#include "base/memory.h"

#include <jansson.h>
#include <math.h>
#include <stdlib.h>

enum { WORDS_BYTES = 200, DOUBTS = 3 };

struct proposal_row {
    int32_t letter_no, confidence_n;
    const char *question_id, *reading, *coding_id;
    const char *stance, *partial_ncnd, *held_statement, *use_statement, *exemptions, *harm_test,
        *public_interest_test, *link, *stage, *reference, *date_received, *date_responded;
    const char *position, *flags, *spans, *words;
    double confidence, confidence_row;
    bool review;
    int64_t words_begin, words_end;
};
static const struct field proposal_fields[] = {
    FIELD(struct proposal_row, letter_no),
    FIELD(struct proposal_row, question_id),
    FIELD(struct proposal_row, reading),
    FIELD(struct proposal_row, coding_id),
    FIELD(struct proposal_row, stance),
    FIELD(struct proposal_row, partial_ncnd),
    FIELD(struct proposal_row, held_statement),
    FIELD(struct proposal_row, use_statement),
    FIELD(struct proposal_row, exemptions),
    FIELD(struct proposal_row, harm_test),
    FIELD(struct proposal_row, public_interest_test),
    FIELD(struct proposal_row, link),
    FIELD(struct proposal_row, stage),
    FIELD(struct proposal_row, reference),
    FIELD(struct proposal_row, date_received),
    FIELD(struct proposal_row, date_responded),
    FIELD(struct proposal_row, position),
    FIELD(struct proposal_row, confidence),
    FIELD(struct proposal_row, confidence_row),
    FIELD(struct proposal_row, confidence_n),
    FIELD(struct proposal_row, review),
    FIELD(struct proposal_row, flags),
    FIELD(struct proposal_row, spans),
    FIELD(struct proposal_row, words),
    FIELD(struct proposal_row, words_begin),
    FIELD(struct proposal_row, words_end),
};

struct zone_row {
    int32_t letter_no;
    const char *zone, *because;
    int64_t begins, ends;
};
static const struct field zone_fields[] = {
    FIELD(struct zone_row, letter_no), FIELD(struct zone_row, zone),
    FIELD(struct zone_row, because),   FIELD(struct zone_row, begins),
    FIELD(struct zone_row, ends),
};

struct act_row {
    int32_t letter_no;
    const char *act, *phrase, *mood, *scope, *weight, *questions, *zone, *words, *why_not;
    int64_t begins, ends;
};
static const struct field act_fields[] = {
    FIELD(struct act_row, letter_no), FIELD(struct act_row, act),    FIELD(struct act_row, phrase),
    FIELD(struct act_row, mood),      FIELD(struct act_row, scope),  FIELD(struct act_row, weight),
    FIELD(struct act_row, questions), FIELD(struct act_row, zone),   FIELD(struct act_row, words),
    FIELD(struct act_row, why_not),   FIELD(struct act_row, begins), FIELD(struct act_row, ends),
};

void proposals_open(struct classification *c)
{
    c->insert_proposal = row_writer(c->db, "insert_proposal", proposal_fields);
    c->insert_zone = row_writer(c->db, "insert_letter_zone", zone_fields);
    c->insert_act = row_writer(c->db, "insert_letter_act", act_fields);
}

void proposals_close(struct classification *c)
{
    row_map_done(&c->insert_proposal);
    row_map_done(&c->insert_zone);
    row_map_done(&c->insert_act);
}

/* {"stance": [[12, 40]], ...} in the order of the fields; the caller frees. */
static char *spans_json(const struct letter_row *row)
{
    json_t *object = json_object();
    for (size_t i = 0; i < row->span_count; i++) {
        const struct letter_field_span *span = &row->spans[i];
        const char *name = letter_field_name(span->field);
        json_t *list = json_object_get(object, name);
        if (!list) {
            list = json_array();
            json_object_set_new(object, name, list);
        }
        json_array_append_new(
            list, json_pack("[I, I]", (json_int_t)span->place.begin, (json_int_t)span->place.end));
    }
    char *text = json_dumps(object, JSON_COMPACT);
    json_decref(object);
    return text;
}

/* What is the matter with a row beside what its own reading says. */
struct doubt {
    const char *flags[DOUBTS]; /* NULL: nothing */
    char reading;
};

/* The caller frees. */
static char *flags_with(const char *flags, const struct doubt *doubt)
{
    char *all = memory_copy(flags);
    for (size_t i = 0; i < DOUBTS; i++) {
        if (!doubt->flags[i] || strstr(all, doubt->flags[i]))
            continue;
        char *longer = memory_print("%s%s%s", all, *all ? ";" : "", doubt->flags[i]);
        free(all);
        all = longer;
    }
    return all;
}

static bool is_doubted(const struct doubt *doubt)
{
    for (size_t i = 0; i < DOUBTS; i++)
        if (doubt->flags[i])
            return true;
    return false;
}

static bool store_row(struct classification *c, const struct read_letter *letter,
                      const struct letter_row *r, const struct doubt *doubt, struct error *err)
{
    SCOPED_TEXT spans = spans_json(r);
    SCOPED_TEXT words =
        masks_words(c->masks, letter->text, r->main.begin, r->main.end, WORDS_BYTES);
    SCOPED_TEXT flags = flags_with(r->flags, doubt);
    const char reading[] = {doubt->reading, '\0'};
    bool is_known = r->confidence.n > 0;
    const struct proposal_row row = {
        .letter_no = letter->letter_no,
        .question_id = letter->question_id ? letter->question_id : r->question_id,
        .reading = reading,
        .coding_id = r->coding_id,
        .stance = r->values[LETTER_STANCE],
        .partial_ncnd = r->values[LETTER_PARTIAL_NCND],
        .held_statement = r->values[LETTER_HELD_STATEMENT],
        .use_statement = r->values[LETTER_USE_STATEMENT],
        .exemptions = r->values[LETTER_EXEMPTIONS],
        .harm_test = r->values[LETTER_HARM_TEST],
        .public_interest_test = r->values[LETTER_PUBLIC_INTEREST_TEST],
        .link = r->values[LETTER_LINK],
        .stage = r->values[LETTER_STAGE],
        .reference = r->values[LETTER_REFERENCE],
        .date_received = r->values[LETTER_DATE_RECEIVED],
        .date_responded = r->values[LETTER_DATE_RESPONDED],
        .position = positions.words[r->position],
        .flags = flags,
        .spans = spans,
        .words = words,
        .confidence = is_known ? r->confidence.stance : (double)NAN,
        .confidence_row = is_known ? r->confidence.row : (double)NAN,
        .confidence_n = r->confidence.n,
        .review = r->review || is_doubted(doubt),
        .words_begin = (int64_t)r->main.begin,
        .words_end = (int64_t)r->main.end,
    };
    return row_write(&c->insert_proposal, &row, err);
}

static bool is_of_question(const struct letter_row *row, const char *question_id)
{
    return strcmp(row->question_id, question_id) == 0;
}

/* Is the row about what the letter is a row for? One about everything is, where the letter says
 * nothing about the question by itself. */
static bool is_wanted(const struct letter_reading *reading, const struct letter_row *row,
                      const char *question_id)
{
    if (!question_id || is_of_question(row, question_id))
        return true;
    if (*row->question_id)
        return false;
    for (size_t i = 0; i < reading->row_count; i++)
        if (is_of_question(&reading->rows[i], question_id))
            return false;
    return true;
}

static bool says_the_same(const struct letter_row *a, const struct letter_row *b)
{
    if (strcmp(a->question_id, b->question_id) != 0 || a->reading != b->reading)
        return false;
    for (size_t i = 0; i < LETTER_FIELD_COUNT; i++)
        if (strcmp(a->values[i], b->values[i]) != 0)
            return false;
    return true;
}

static bool reads_the_same(const struct letter_reading *a, const struct letter_reading *b)
{
    if (a->row_count != b->row_count)
        return false;
    for (size_t i = 0; i < a->row_count; i++)
        if (!says_the_same(&a->rows[i], &b->rows[i]))
            return false;
    return true;
}

static bool store_rows(struct classification *c, const struct read_letter *letter,
                       const struct letter_reading *reading, bool is_second, struct doubt doubt,
                       struct error *err)
{
    for (size_t i = 0; i < reading->row_count; i++) {
        const struct letter_row *row = &reading->rows[i];
        doubt.reading = is_second ? 'B' : row->reading;
        /* Of the text in the other order what it reads first is the other reading. */
        if (is_wanted(reading, row, letter->question_id) && !(is_second && row->reading == 'B') &&
            !store_row(c, letter, row, &doubt, err))
            return false;
    }
    return true;
}

static bool store_zones(struct classification *c, const struct read_letter *letter,
                        const struct letter_reading *reading, struct error *err)
{
    for (size_t i = 0; i < reading->zone_count; i++) {
        const struct letter_zone_run *zone = &reading->zones[i];
        const struct zone_row row = {letter->letter_no, letter_zone_name(zone->zone), zone->because,
                                     (int64_t)zone->place.begin, (int64_t)zone->place.end};
        if (!row_write(&c->insert_zone, &row, err))
            return false;
    }
    return true;
}

static bool store_acts(struct classification *c, const struct read_letter *letter,
                       const struct letter_reading *reading, struct error *err)
{
    for (size_t i = 0; i < reading->act_count; i++) {
        const struct letter_act *act = &reading->acts[i];
        SCOPED_TEXT words =
            masks_words(c->masks, letter->text, act->words.begin, act->words.end, WORDS_BYTES);
        const struct act_row row = {
            .letter_no = letter->letter_no,
            .act = act->act,
            .phrase = act->phrase,
            .mood = act->mood,
            .scope = act->scope,
            .weight = act->weight,
            .questions = act->questions,
            .zone = letter_zone_name(act->zone),
            .words = words,
            .why_not = act->why_not,
            .begins = (int64_t)act->words.begin,
            .ends = (int64_t)act->words.end,
        };
        if (!row_write(&c->insert_act, &row, err))
            return false;
    }
    return true;
}

bool proposals_store(struct classification *c, const struct read_letter *letter,
                     const struct letter_reading *reading, const struct letter_reading *second,
                     struct error *err)
{
    bool weaves = second && !reads_the_same(reading, second);
    bool is_known = letter->force_no && !letter->is_disputed;
    const struct doubt doubt = {.flags = {weaves ? "columns" : NULL,
                                          is_known ? NULL : "force_unsure",
                                          letter->is_undecided ? "undecided" : NULL}};
    return store_rows(c, letter, reading, false, doubt, err) &&
           (!weaves || store_rows(c, letter, second, true, doubt, err)) &&
           store_zones(c, letter, reading, err) && store_acts(c, letter, reading, err);
}
