/* SPDX-License-Identifier: MIT */
#include "base/memory.h"
#include "letters/mask.h"
#include "letters/state.h"
#include "letters/written_date.h"

#include <ctype.h>
#include <stdlib.h>

enum { UNITS_FIELDS = 400 }; /* the head is not longer */

struct field_search {
    struct letter_state *state;
    size_t unit;
    struct slice text; /* masked */
    bool has_received_label, has_review_date;
};

static void keep(struct letter_state *s, struct found_value *field, const char *value, size_t begin,
                 size_t end)
{
    *field = (struct found_value){.value = arena_copy(s->arena, slice_of(value)),
                                  .place = folded_origin(&s->folded, begin, end)};
}

/* A reference is shown as the letter spells it. */
static void keep_reference(struct field_search *f, size_t begin, size_t end, bool is_supporting)
{
    struct letter_state *s = f->state;
    struct letter_span place = folded_origin(&s->folded, begin, end);
    if (*s->reference.value && (is_supporting || s->reference.is_from_file))
        return;
    if (*s->reference.value)
        return;
    struct slice bytes = {s->folded.source.bytes + place.begin, place.end - place.begin};
    s->reference = (struct found_value){.value = arena_copy(s->arena, bytes), .place = place};
}

static void keep_date(struct field_search *f, struct found_value *field, size_t begin, size_t end,
                      bool is_better)
{
    char date[16];
    struct slice words = {f->state->folded.text + begin, end - begin};
    if ((!*field->value || is_better) && written_date(words, date))
        keep(f->state, field, date, begin, end);
}

static void take_field(struct field_search *f, const struct phrase *phrase,
                       const struct pattern_match *match)
{
    struct letter_state *s = f->state;
    size_t base = s->units.items[f->unit].begin, begin = base + match->begin,
           end = base + match->end;
    bool is_supporting = strcmp(phrase->weight, "supporting") == 0;
    switch (phrase->code) {
    case ACT_WORD_REFERENCE:
        keep_reference(f, begin, end, is_supporting);
        break;
    case ACT_WORD_DATE_RECEIVED:
        keep_date(f, &s->received, begin, end,
                  !is_supporting && !f->has_received_label && !f->has_review_date);
        f->has_received_label |= !is_supporting;
        break;
    case ACT_WORD_DATE_RESPONDED:
        keep_date(f, &s->responded, begin, end, false);
        break;
    default:
        break;
    }
}

static void find_by_phrase(struct field_search *f, const struct phrase *phrase)
{
    struct letter_state *s = f->state;
    for (f->unit = 0; f->unit < s->units.count && f->unit < UNITS_FIELDS; f->unit++) {
        const struct unit *unit = &s->units.items[f->unit];
        struct pattern_match match;
        f->text = (struct slice){s->masked + unit->begin, unit->end - unit->begin};
        if (phrase->zone_bits >> unit->zone & 1 && !unit->is_quoted &&
            phrase_find(phrase, &unit->hits, f->text, 0, &match) == PATTERN_FOUND)
            take_field(f, phrase, &match);
    }
}

static void find_fields(struct field_search *f, int code, bool is_supporting)
{
    const struct phrase_table *table = &f->state->book->phrases;
    for (size_t i = 0; i < table->count; i++)
        if (table->rows[i].code == code &&
            (strcmp(table->rows[i].weight, "supporting") == 0) == is_supporting)
            find_by_phrase(f, &table->rows[i]);
}

/* At a review, received is when the review was asked for. */
static void find_review_date(struct field_search *f)
{
    struct letter_state *s = f->state;
    for (f->unit = 0; f->unit < s->units.count && f->unit < UNITS_FIELDS; f->unit++) {
        const struct unit *unit = &s->units.items[f->unit];
        f->text = (struct slice){s->masked + unit->begin, unit->end - unit->begin};
        for (size_t i = 0; i < s->book->phrases.count; i++) {
            const struct phrase *phrase = &s->book->phrases.rows[i];
            struct pattern_match match;
            if (phrase->code != ACT_WORD_DATE_REVIEW || !(phrase->zone_bits >> unit->zone & 1) ||
                phrase_find(phrase, &unit->hits, f->text, 0, &match) != PATTERN_FOUND)
                continue;
            char date[16];
            struct slice words = {s->folded.text + unit->begin + match.begin,
                                  match.end - match.begin};
            if (!written_date(words, date))
                continue;
            keep(s, &s->received, date, unit->begin + match.begin, unit->begin + match.end);
            return;
        }
    }
}

static bool has_word(const char *text, const char *word)
{
    return text && strstr(text, word);
}

/* The month of the page's address: /2024/december/ */
static void find_address_month(struct letter_state *s)
{
    if (*s->responded.value || !s->text->address)
        return;
    for (const char *at = s->text->address; (at = strchr(at, '/')); at++) {
        char *copy = memory_copy(at + 1), date[16];
        for (char *c = copy; *c; c++)
            *c = (char)tolower((unsigned char)*c);
        char *year = copy, *month = strchr(copy, '/');
        bool found = false;
        if (month) {
            *month++ = '\0';
            month[strcspn(month, "/")] = '\0';
            size_t digits = strlen(year);
            const char *last = digits > 4 ? year + digits - 4 : year;
            char *words = memory_print("%s %s", month, last);
            found = strlen(last) == 4 && written_date(slice_of(words), date) && strlen(date) == 7;
            free(words);
        }
        free(copy);
        if (!found)
            continue;
        s->responded = (struct found_value){.value = arena_copy(s->arena, slice_of(date)),
                                            .is_from_file = true};
        s->flags |= coding_flag(s->tables, "date_from_address");
        return;
    }
}

static void set_stage(struct letter_state *s, enum stage stage, const struct found_act *act)
{
    s->stage = stage;
    s->stage_place = folded_origin(&s->folded, act->begin, act->end);
}

static bool is_before_end(enum letter_zone zone)
{
    return zone == ZONE_HEAD || zone == ZONE_DECISION || zone == ZONE_ANSWERS ||
           zone == ZONE_HISTORY || zone == ZONE_SEARCHES || zone == ZONE_REQUEST ||
           zone == ZONE_DUTIES;
}

static void find_stage(struct letter_state *s)
{
    s->stage = STAGE_INITIAL;
    for (size_t i = 0; i < s->acts.count; i++) {
        const struct found_act *act = &s->acts.items[i];
        bool may_be = is_before_end(s->units.items[act->unit].zone);
        if (act->word == ACT_WORD_REVIEW && may_be && s->stage == STAGE_INITIAL)
            set_stage(s, STAGE_INTERNAL_REVIEW, act);
        if (act->word == ACT_WORD_NOTICE && !act->why_not && act->weight == WEIGHT_DECISIVE) {
            struct slice words = {s->folded.text + act->begin, act->end - act->begin};
            bool is_tribunal = memmem(words.bytes, words.length, "tribunal", 8);
            set_stage(s, is_tribunal ? STAGE_TRIBUNAL : STAGE_ICO, act);
            return;
        }
    }
}

static void find_end(struct letter_state *s)
{
    for (size_t i = 0; i < s->units.count; i++) {
        enum letter_zone zone = s->units.items[i].zone;
        s->is_whole |= zone == ZONE_COMPLAINT || zone == ZONE_FOOTER;
    }
}

static void find_use_question(struct letter_state *s)
{
    for (size_t i = 0; i < s->units.count; i++) {
        const struct unit *unit = &s->units.items[i];
        struct slice text = {s->masked + unit->begin, unit->end - unit->begin};
        struct pattern_match match;
        if (unit->zone != ZONE_REQUEST)
            continue;
        for (size_t k = 0; k < s->book->phrases.count; k++)
            if (s->book->phrases.rows[k].code == ACT_WORD_ASKS_USE &&
                phrase_find(&s->book->phrases.rows[k], &unit->hits, text, 0, &match) ==
                    PATTERN_FOUND)
                s->asks_use = true;
    }
}

/* Words of Welsh that English has not. */
static bool is_welsh(struct slice word)
{
    static const char *const words[] = {
        "yn",   "mae",   "yr",         "ac",        "gan", "wedi", "nid",    "oes",  "bod",
        "eich", "ein",   "gyfer",      "neu",       "hwn", "sydd", "heddlu", "cais", "dal",
        "fod",  "rydym", "gwybodaeth", "wybodaeth", "chi", "ni",   "ddim",   "oedd", "o'r",
        "i'r",  "a'r",   "y",          "ei",        "am",  NULL};
    for (const char *const *w = words; *w; w++)
        if (slice_is(word, *w))
            return true;
    return false;
}

static void find_welsh(struct letter_state *s)
{
    enum { ONE_IN = 8 };
    size_t welsh = 0, all = 0;
    for (size_t i = 0; i < s->units.count; i++) {
        struct slice rest = unit_text(&s->folded, &s->units.items[i]), word;
        if (s->units.items[i].zone == ZONE_CHROME)
            continue;
        while (slice_next_part(&rest, ' ', &word)) {
            all++;
            welsh += is_welsh(word);
        }
    }
    if (welsh * ONE_IN > all)
        s->flags |= coding_flag(s->tables, "welsh");
}

static bool is_answering(enum letter_zone zone)
{
    return zone == ZONE_DECISION || zone == ZONE_ANSWERS;
}

/* Nothing that asks and nothing that answers. */
static bool is_unsegmented(const struct letter_state *s)
{
    for (size_t i = 0; i < s->units.count; i++)
        if (is_answering(s->units.items[i].zone) || s->units.items[i].zone == ZONE_REQUEST)
            return false;
    return true;
}

/* Nobody has said whose letter it is, and what some force does stands among the answers: is it
 * "we"? */
static bool is_force_unsure(const struct letter_state *s)
{
    if (s->context->own_name_count)
        return false;
    for (size_t i = 0; i < s->units.count; i++) {
        const struct unit *unit = &s->units.items[i];
        if (is_answering(unit->zone) &&
            memchr(s->masked + unit->begin, MASK_OTHER, unit->end - unit->begin))
            return true;
    }
    return false;
}

/* What the letter as a whole has, whatever it decides. */
static void find_flags(struct letter_state *s)
{
    for (size_t i = 0; i < s->acts.count; i++) {
        const struct found_act *act = &s->acts.items[i];
        if (act->word == ACT_WORD_RESIDUE)
            s->flags |= coding_flag(s->tables, "residue");
        if (act->word == ACT_WORD_MARKUP && s->stage == STAGE_INTERNAL_REVIEW)
            s->flags |= coding_flag(s->tables, "review_markup");
        if (act->why_not && strcmp(act->why_not, "two negatives") == 0)
            s->flags |= coding_flag(s->tables, "double_negative");
        if (act->word == ACT_WORD_EIR && !act->why_not)
            s->flags |= coding_flag(s->tables, "eir");
        if (act->word == ACT_WORD_DPA && !act->why_not)
            s->flags |= coding_flag(s->tables, "dpa");
    }
    for (size_t i = 0; i < s->text->mark_count; i++)
        if (s->text->marks[i].kind == LETTER_MARK_TRACKED)
            s->flags |= coding_flag(s->tables, "tracked_changes");
    if (is_unsegmented(s) && !(s->flags & coding_flag(s->tables, "welsh")))
        s->flags |= coding_flag(s->tables, "unsegmented");
    if (is_force_unsure(s))
        s->flags |= coding_flag(s->tables, "force_unsure");
    for (size_t i = 0; i < s->cited.count; i++) {
        const struct cited *cited = &s->cited.items[i];
        bool is_other =
            (cited->act == ACT_FOIA || cited->act == ACT_FOISA) && cited->act != s->context->regime;
        if (is_other && s->context->regime != ACT_NONE && cited->status != CITED_REQUEST)
            s->flags |= coding_flag(s->tables, "act_mismatch");
    }
}

void fields_find(struct letter_state *state)
{
    struct field_search f = {.state = state};
    state->reference.value = state->received.value = state->responded.value = "";
    find_stage(state);
    static const int codes[] = {ACT_WORD_REFERENCE, ACT_WORD_DATE_RESPONDED,
                                ACT_WORD_DATE_RECEIVED};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        find_fields(&f, codes[i], false);
        find_fields(&f, codes[i], true);
    }
    if (state->stage == STAGE_INTERNAL_REVIEW)
        find_review_date(&f);
    if (!*state->responded.value && state->text->sent)
        state->responded = (struct found_value){.value = state->text->sent, .is_from_file = true};
    find_address_month(state);
    if (has_word(state->text->subject, "nternal review") && state->stage == STAGE_INITIAL)
        state->stage = STAGE_INTERNAL_REVIEW;
    find_end(state);
    find_use_question(state);
    find_welsh(state);
    find_flags(state);
}
