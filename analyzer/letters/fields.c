/* SPDX-License-Identifier: MIT */
#include "letters/damage.h"
#include "letters/mask.h"
#include "letters/state.h"

#include <ctype.h>

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

/* The Commissioner's notices have complainants, a tribunal's decisions have appellants. */
static bool is_of_tribunal(const struct letter_state *s, const struct found_act *act)
{
    static const char *const words[] = {"tribunal", "appell", "ukftt", "ukut", "citation", NULL};
    for (const char *const *word = words; *word; word++)
        if (memmem(s->folded.text + act->begin, act->end - act->begin, *word, strlen(*word)))
            return true;
    return false;
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
            set_stage(s, is_of_tribunal(s, act) ? STAGE_TRIBUNAL : STAGE_ICO, act);
            return;
        }
    }
}

/* The letter breaks off: what is last said, furniture of a page apart, is no whole sentence. */
static bool is_cut_off(const struct letter_state *s)
{
    enum { PROSE = 90, REST_OF_LINE = 16 };
    for (size_t i = s->units.count; i > 0; i--) {
        const struct unit *unit = &s->units.items[i - 1];
        struct slice text = unit_text(&s->folded, unit);
        size_t least = unit->begins_line ? PROSE : REST_OF_LINE;
        if (unit->zone == ZONE_CHROME || unit->is_quoted || text.length < REST_OF_LINE)
            continue;
        if (strchr(".?!", text.bytes[text.length - 1]))
            return false;
        if (text.length < least)
            continue;
        bool is_address =
            memmem(text.bytes, text.length, "www.", 4) || memchr(text.bytes, '@', text.length);
        char last = text.bytes[text.length - 1];
        return (last == ',' || isalpha((unsigned char)last)) && text.bytes[0] != '*' && !is_address;
    }
    return false;
}

static void find_end(struct letter_state *s)
{
    for (size_t i = 0; i < s->units.count; i++) {
        enum letter_zone zone = s->units.items[i].zone;
        s->is_whole |= zone == ZONE_COMPLAINT || zone == ZONE_FOOTER;
    }
    bool is_read = !(s->flags & coding_flag(s->tables, "welsh"));
    s->is_whole |= is_read && !is_cut_off(s);
}

static void find_use_question(struct letter_state *s)
{
    for (size_t i = 0; i < s->units.count; i++) {
        const struct unit *unit = &s->units.items[i];
        struct slice text = {s->masked + unit->begin, unit->end - unit->begin};
        if (unit->zone != ZONE_REQUEST)
            continue;
        phrase_search_begin(s->search, PHRASES_ASKS_USE, text, &unit->sight);
        s->asks_use |= phrase_search_has(s->search, ACT_WORD_ASKS_USE);
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
    find_stage(state);
    if (state->text->subject && strstr(state->text->subject, "nternal review") &&
        state->stage == STAGE_INITIAL)
        state->stage = STAGE_INTERNAL_REVIEW;
    head_find(state);
    find_welsh(state);
    find_end(state);
    find_use_question(state);
    find_flags(state);
    damage_find(state);
}
