/* SPDX-License-Identifier: MIT */
#include "outcome.h"

#include "base/memory.h"

#include <check.h>
#include <ctype.h>
#include <stdlib.h>

static struct letter_context context_of(const struct corpus_letter *letter,
                                        const struct letter_view *view, const char **names,
                                        struct letter_question *turned)
{
    names[0] = view->force ? view->force : letter->force;
    names[1] = letter->partner;
    names[2] = view->tool ? view->tool : letter->tool;
    for (size_t i = 0; i < letter->question_count; i++)
        turned[i] = letter->questions[view->questions_turned ? letter->question_count - 1 - i : i];
    return (struct letter_context){.own_names = names,
                                   .own_name_count = 1,
                                   .partner_names = names + 1,
                                   .partner_name_count = letter->partner ? 1 : 0,
                                   .tools = names + 2,
                                   .tool_count = 1,
                                   .questions = turned,
                                   .question_count = letter->question_count,
                                   .regime = letter->regime};
}

static bool reads_alike(const struct letter_reading *a, const struct letter_reading *b)
{
    if (a->row_count != b->row_count)
        return false;
    for (size_t i = 0; i < a->row_count; i++) {
        if (strcmp(a->rows[i].question_id, b->rows[i].question_id) != 0)
            return false;
        for (int field = 0; field < LETTER_FIELD_COUNT; field++)
            if (strcmp(a->rows[i].values[field], b->rows[i].values[field]) != 0)
                return false;
    }
    return true;
}

void letter_see(struct letter_reader *reader, const struct corpus_letter *letter,
                const struct letter_view *view, struct letter_seen *ret)
{
    static const struct letter_view as_it_is = {0};
    const char *names[3];
    struct letter_question turned[64];
    struct error err = {0};
    view = view ? view : &as_it_is;
    const struct letter_context context = context_of(letter, view, names, turned);
    const struct letter_text *text = view->text ? view->text : &letter->text;
    *ret = (struct letter_seen){0};
    ck_assert_msg(letter_read(reader, text, &context, &ret->reading, &err), "%s", err.what);
    if (!view->other)
        return;
    struct letter_reading other;
    ck_assert_msg(letter_read(reader, view->other, &context, &other, &err), "%s", err.what);
    ret->weaves = !reads_alike(&ret->reading, &other);
    letter_reading_done(&other);
}

void letter_seen_done(struct letter_seen *seen)
{
    letter_reading_done(&seen->reading);
}

bool seen_is_sure(const struct letter_seen *seen, const struct letter_row *row)
{
    return row->reading == 'A' && !row->review && !seen->weaves;
}

/* Is the citation one of the list? */
static bool is_listed(struct slice citation, const char *list)
{
    struct slice rest = slice_of(list), part;
    while (slice_next_part(&rest, ';', &part))
        if (slice_equals(part, citation))
            return true;
    return false;
}

static int count_listed(const char *list, const char *in)
{
    struct slice rest = slice_of(list), part;
    int count = 0;
    while (slice_next_part(&rest, ';', &part))
        count += part.length && is_listed(part, in);
    return count;
}

/* The word FOI and a blank before a number may be its label or its beginning. */
static const char *bare_reference(const char *reference)
{
    static const char label[] = "FOI ";
    return strncmp(reference, label, strlen(label)) == 0 ? reference + strlen(label) : reference;
}

bool field_is_alike(int field, const char *a, const char *b)
{
    if (field == LETTER_REFERENCE)
        return strcmp(bare_reference(a), bare_reference(b)) == 0;
    if (field != LETTER_EXEMPTIONS)
        return strcmp(a, b) == 0;
    int count = count_listed(a, b);
    return count == count_listed(a, a) && count == count_listed(b, b);
}

static const char *const partials[] = {"yes", "no"};

static int code_of(enum coded what, const char *word)
{
    if (!*word)
        return CODE_EMPTY;
    if (what == CODED_PARTIAL)
        return strcmp(word, partials[0]) == 0 ? 0 : 1;
    return vocabulary_code(what == CODED_STANCE ? &stances : &held_statements, slice_of(word));
}

const char *code_name(enum coded what, int code)
{
    if (code == CODE_EMPTY)
        return "(nothing)";
    if (code == CODE_LACKS)
        return "(no row)";
    if (what == CODED_PARTIAL)
        return partials[code];
    return (what == CODED_STANCE ? &stances : &held_statements)->words[code];
}

static enum position gold_position(const struct corpus_row *gold)
{
    const char *stance = gold->values[LETTER_STANCE], *held = gold->values[LETTER_HELD_STATEMENT],
               *use = gold->values[LETTER_USE_STATEMENT];
    if (!*stance)
        return POSITION_SILENT;
    int held_code = *held ? vocabulary_code(&held_statements, slice_of(held)) : -1;
    int use_code = *use ? vocabulary_code(&held_statements, slice_of(use)) : -1;
    return shown_position((enum stance)vocabulary_code(&stances, slice_of(stance)), held_code,
                          use_code, use_code >= 0);
}

enum conflict conflict_of(enum position a, enum position b)
{
    if (a == b || a == POSITION_SILENT || b == POSITION_SILENT)
        return CONFLICT_NONE;
    return a == POSITION_DENY || b == POSITION_DENY ? CONFLICT_DENY : CONFLICT_FLIP;
}

static const struct letter_row *row_of(const struct letter_reading *reading, const char *question)
{
    for (size_t i = 0; i < reading->row_count; i++)
        if (reading->rows[i].reading == 'A' && strcmp(reading->rows[i].question_id, question) == 0)
            return &reading->rows[i];
    return NULL;
}

/* Does the row speak for that question where the reading has none of its own? */
static bool stands_in(const struct letter_row *row, const char *question)
{
    return row->reading == 'A' && (!*row->question_id || !*question);
}

enum conflict conflict_with(const struct letter_seen *seen, const struct corpus_row *gold)
{
    const struct letter_row *own = row_of(&seen->reading, gold->question_id);
    enum conflict worst = CONFLICT_NONE;
    for (size_t i = 0; i < seen->reading.row_count; i++) {
        const struct letter_row *row = &seen->reading.rows[i];
        bool counts = own ? row == own : stands_in(row, gold->question_id);
        enum conflict conflict = counts && seen_is_sure(seen, row)
                                     ? conflict_of(row->position, gold_position(gold))
                                     : CONFLICT_NONE;
        if (conflict == CONFLICT_FLIP || worst == CONFLICT_NONE)
            worst = conflict;
    }
    return worst;
}

/* Will a person look at the letter, where no row is of that question? */
static bool is_looked_at(const struct letter_seen *seen, const char *question)
{
    for (size_t i = 0; i < seen->reading.row_count; i++)
        if (stands_in(&seen->reading.rows[i], question) &&
            !seen_is_sure(seen, &seen->reading.rows[i]))
            return true;
    return false;
}

/* Where the words stand in the text, whatever white space is between them. */
static bool find_words(const struct letter_text *text, const char *words, struct letter_span *ret)
{
    for (size_t begin = 0; begin < text->length; begin++) {
        const char *at = text->text + begin, *word = words;
        while (*word && *at) {
            if (isspace((unsigned char)*word) && isspace((unsigned char)*at)) {
                while (isspace((unsigned char)*word))
                    word++;
                while (isspace((unsigned char)*at))
                    at++;
            } else if (*word == *at)
                word++, at++;
            else
                break;
        }
        if (!*word) {
            *ret = (struct letter_span){begin, (size_t)(at - text->text)};
            return true;
        }
    }
    return false;
}

static int judge_span(const struct corpus_letter *letter, const struct corpus_row *gold,
                      const struct letter_row *row)
{
    struct letter_span place;
    if (!*gold->span || !find_words(&letter->text, gold->span, &place))
        return -1;
    return row && row->main.begin < place.end && place.begin < row->main.end;
}

static void judge_fields(struct outcome *o, const struct letter_row *row)
{
    static const enum letter_field fields[] = {[CODED_STANCE] = LETTER_STANCE,
                                               [CODED_PARTIAL] = LETTER_PARTIAL_NCND,
                                               [CODED_HELD] = LETTER_HELD_STATEMENT};
    o->is_whole = row != NULL;
    for (int field = 0; field < LETTER_FIELD_COUNT; field++) {
        o->field_right[field] =
            row && field_is_alike(field, row->values[field], o->gold->values[field]);
        o->is_whole &= o->field_right[field] || !is_whole_row_field(field);
    }
    for (int what = 0; what < CODED_COUNT; what++) {
        o->should[what] = code_of((enum coded)what, o->gold->values[fields[what]]);
        o->is[what] = row ? code_of((enum coded)what, row->values[fields[what]]) : CODE_LACKS;
    }
    const char *should = o->gold->values[LETTER_EXEMPTIONS],
               *is = row ? row->values[LETTER_EXEMPTIONS] : "";
    o->citations_should = count_listed(should, should);
    o->citations_is = count_listed(is, is);
    o->citations_both = count_listed(should, is);
}

static void add_outcome(struct outcomes *outcomes, const struct corpus_letter *letter,
                        const struct letter_seen *seen, const struct corpus_row *gold)
{
    const struct letter_row *row = row_of(&seen->reading, gold->question_id);
    outcomes->items =
        memory_grow(outcomes->items, outcomes->count, &outcomes->room, sizeof *outcomes->items);
    struct outcome *o = &outcomes->items[outcomes->count++];
    *o = (struct outcome){.letter = letter, .gold = gold, .has_row = row != NULL};
    o->to_review = row ? !seen_is_sure(seen, row) : is_looked_at(seen, gold->question_id);
    o->has_flags = row && strcmp(row->flags, gold->flags) == 0;
    o->span = judge_span(letter, gold, row);
    o->conflict = conflict_with(seen, gold);
    judge_fields(o, row);
}

static const struct corpus_row *gold_of(const struct corpus_letter *letter, const char *question)
{
    for (size_t i = 0; i < letter->row_count; i++)
        if (strcmp(letter->rows[i].question_id, question) == 0)
            return &letter->rows[i];
    return NULL;
}

/* Is the stance that of all rows of gold that the row speaks for? */
static bool has_right_stance(const struct corpus_letter *letter, const struct letter_row *row)
{
    const struct corpus_row *own = gold_of(letter, row->question_id);
    int spoken_for = 0;
    for (size_t i = 0; i < letter->row_count; i++) {
        const struct corpus_row *gold = &letter->rows[i];
        if (own ? gold != own : *row->question_id && *gold->question_id)
            continue;
        spoken_for++;
        if (strcmp(gold->values[LETTER_STANCE], row->values[LETTER_STANCE]) != 0)
            return false;
    }
    return spoken_for > 0;
}

static bool is_right_row(const struct corpus_letter *letter, const struct letter_row *row)
{
    const struct corpus_row *own = gold_of(letter, row->question_id);
    for (int field = 0; own && field < LETTER_FIELD_COUNT; field++)
        if (is_whole_row_field(field) &&
            !field_is_alike(field, own->values[field], row->values[field]))
            return false;
    return own != NULL;
}

static void add_evidence(struct outcomes *outcomes, const struct corpus_letter *letter,
                         const struct letter_row *row)
{
    outcomes->evidence = memory_grow(outcomes->evidence, outcomes->evidence_count,
                                     &outcomes->evidence_room, sizeof *outcomes->evidence);
    struct evidence *e = &outcomes->evidence[outcomes->evidence_count++];
    *e = (struct evidence){.letter = letter,
                           .is_a = row->reading == 'A',
                           .stance_right = has_right_stance(letter, row),
                           .row_right = is_right_row(letter, row),
                           .confidence = row->confidence};
    confidence_class(row, e->class, sizeof e->class);
    outcomes->rows_too_many += e->is_a && !gold_of(letter, row->question_id);
}

void outcomes_add(struct outcomes *outcomes, const struct corpus_letter *letter,
                  const struct letter_seen *seen)
{
    outcomes->letters++;
    for (size_t i = 0; i < letter->row_count; i++)
        add_outcome(outcomes, letter, seen, &letter->rows[i]);
    for (size_t i = 0; i < seen->reading.row_count; i++)
        add_evidence(outcomes, letter, &seen->reading.rows[i]);
}

void outcomes_done(struct outcomes *outcomes)
{
    free(outcomes->items);
    free(outcomes->evidence);
}

void half_open(struct letter_reader *reader, enum corpus_half number, struct half *ret)
{
    *ret = (struct half){0};
    corpus_open(&ret->corpus, number);
    ret->seen = memory_new(ret->corpus.count, sizeof *ret->seen);
    for (size_t i = 0; i < ret->corpus.count; i++) {
        letter_see(reader, &ret->corpus.letters[i], NULL, &ret->seen[i]);
        outcomes_add(&ret->outcomes, &ret->corpus.letters[i], &ret->seen[i]);
    }
}

void half_close(struct half *half)
{
    for (size_t i = 0; i < half->corpus.count; i++)
        letter_seen_done(&half->seen[i]);
    free(half->seen);
    outcomes_done(&half->outcomes);
    corpus_close(&half->corpus);
}
