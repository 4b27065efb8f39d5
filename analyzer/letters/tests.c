/* SPDX-License-Identifier: MIT */
#include "letters/block_steps.h"

enum { SENTENCE = 24 };

static bool is_reason(enum letter_zone zone)
{
    return zone == ZONE_HARM || zone == ZONE_PUBLIC_INTEREST || zone == ZONE_BALANCE;
}

static bool is_own(enum letter_zone zone)
{
    return zone == ZONE_DECISION || zone == ZONE_ANSWERS || zone == ZONE_RESIDUAL ||
           zone == ZONE_EXEMPTIONS || zone == ZONE_EXPLANATION || zone == ZONE_ANNEX;
}

/* Is nothing that is relied on said to be of the unit's questions? Then its reasons, which the
 * last answer happens to stand before, are of any. */
static bool is_of_any(const struct letter_state *s, const struct unit *unit)
{
    for (size_t i = 0; i < s->cited.count; i++) {
        const struct cited *cited = &s->cited.items[i];
        if (block_is_relied(cited) && question_sets_meet(&cited->questions, &unit->questions))
            return false;
    }
    return is_reason(unit->zone);
}

/* Does its paragraph name a section that the block relies on? */
static bool names_relied(const struct letter_state *s, const struct block *b,
                         const struct unit *unit)
{
    for (size_t i = 0; i < s->cited.count; i++) {
        const struct cited *cited = &s->cited.items[i];
        struct slice section = citation_section(slice_of(cited->text));
        if (s->units.items[cited->unit].paragraph != unit->paragraph)
            continue;
        for (size_t k = 0; k < b->cited_count; k++)
            if (slice_equals(citation_section(slice_of(b->cited[k]->text)), section))
                return true;
    }
    return false;
}

/* What reasons are looked for: those of the block itself, or whatever stands behind what it relies
 * on, as one discussion may serve all answers. */
struct looking {
    const struct letter_state *s;
    const struct block *b;
    bool is_behind;
};

static bool is_behind_cited(const struct looking *l, const struct unit *unit)
{
    return l->b->cited_count && (size_t)(unit - l->s->units.items) > l->b->cited[0]->unit;
}

/* Does it stand where the block's reasons would? */
static bool is_of_block(const struct looking *l, const struct unit *unit)
{
    const struct letter_state *s = l->s;
    const struct block *b = l->b;
    if (l->is_behind)
        return is_behind_cited(l, unit);
    const struct found_act *rest = b->first[ACT_WORD_REST];
    bool is_with_rest = rest && memcmp(&s->units.items[rest->unit].questions, &unit->questions,
                                       sizeof unit->questions) == 0;
    return b->question == WHOLE_LETTER || question_set_is_empty(&unit->questions) || is_with_rest ||
           is_of_any(s, unit) || names_relied(s, b, unit) ||
           question_set_has(&unit->questions, (size_t)b->question);
}

/* The tests that what the block relies on asks for. */
static struct exemption_needs needs_of(const struct letter_state *s, const struct block *b)
{
    const fact_set refusals =
        fact_bit(ACT_WORD_NCND) | fact_bit(ACT_WORD_REST) | fact_bit(ACT_WORD_WITHHOLD);
    bool is_refusal = b->cited_count == 0 && b->facts & refusals;
    struct exemption_needs needs = {is_refusal, is_refusal};
    for (size_t i = 0; i < b->cited_count; i++) {
        struct exemption_needs its =
            exemption_needs_of(s->exemptions, b->cited[i]->text, s->context->regime);
        needs.harm |= its.harm;
        needs.balance |= its.balance;
    }
    return needs;
}

/* A sentence of the zone that has the test's name. */
static const struct unit *find_in_zone(const struct looking *l, enum letter_zone zone)
{
    const struct letter_state *s = l->s;
    for (size_t i = 0; i < s->units.count; i++) {
        const struct unit *unit = &s->units.items[i];
        bool is_heading = unit->heading && unit->heading->is_line;
        if (unit->zone == zone && !is_heading && unit->end - unit->begin > SENTENCE &&
            is_of_block(l, unit))
            return unit;
    }
    return NULL;
}

/* Where nothing tells the zones apart a decision may stand anywhere, and its reasons beside it. */
static bool may_reason(const struct letter_state *s, const struct found_act *act)
{
    enum letter_zone zone = s->units.items[act->unit].zone;
    bool is_unsure = s->flags & coding_flag(s->tables, "zone_unsure") && zone != ZONE_COMPLAINT &&
                     zone != ZONE_QUOTED && zone != ZONE_CHROME;
    return is_reason(zone) || is_own(zone) || !act->why_not ||
           (is_unsure && act->mood == MOOD_CONDITIONAL);
}

static const struct unit *find_act(const struct looking *l, enum act_word word)
{
    const struct letter_state *s = l->s;
    for (size_t i = 0; i < s->acts.count; i++) {
        const struct found_act *act = &s->acts.items[i];
        const struct unit *unit = &s->units.items[act->unit];
        if (act->word == word && may_reason(s, act) && is_of_block(l, unit) &&
            act->mood != MOOD_REPORTED)
            return unit;
    }
    return NULL;
}

static const struct unit *find_harm(const struct looking *l)
{
    const struct unit *found = find_in_zone(l, ZONE_HARM);
    return found ? found : find_act(l, ACT_WORD_HARM);
}

static const struct unit *find_balance(const struct looking *l)
{
    static const int words[] = {ACT_WORD_BALANCE, ACT_WORD_FACTORS};
    const struct unit *found = find_in_zone(l, ZONE_BALANCE);
    for (size_t i = 0; i < 2 && !found; i++)
        found = find_act(l, (enum act_word)words[i]);
    return found ? found : find_in_zone(l, ZONE_PUBLIC_INTEREST);
}

/* The message that decides; without acts the first one. */
static uint32_t message_of(const struct letter_state *s, const struct block *b)
{
    for (int fact = 0; fact < FACT_COUNT; fact++)
        if (b->first[fact] && block_is_outcome(b->first[fact]))
            return s->units.items[b->first[fact]->unit].message;
    return b->cited_count ? s->units.items[b->cited[0]->unit].message : 0;
}

/* Sent as a file, be it told in a clause that does not name the test again. */
static bool is_sent_apart(const struct letter_state *s, const struct block *b)
{
    uint32_t message = message_of(s, b);
    for (size_t i = 0; i < s->units.count; i++) {
        const struct unit *unit = &s->units.items[i];
        struct slice text = {s->masked + unit->begin, unit->end - unit->begin};
        struct pattern_match match;
        if (unit->is_quoted || unit->message != message)
            continue;
        phrase_search_begin(s->search, PHRASES_ACT, text, &unit->sight);
        for (const struct phrase *phrase = NULL; (phrase = phrase_search_next(s->search, phrase));)
            if (phrase->code == ACT_WORD_ATTACHED_TEST && phrase->zone_bits >> unit->zone & 1 &&
                phrase_find(s->search, phrase, 0, &match) == PATTERN_FOUND)
                return true;
    }
    return false;
}

struct block_tests block_tests_of(const struct letter_state *state, const struct block *block)
{
    struct block_tests tests = {.needs = needs_of(state, block)};
    if (!tests.needs.harm && !tests.needs.balance)
        return tests;
    tests.is_elsewhere = is_sent_apart(state, block);
    for (int is_behind = 0; is_behind < 2; is_behind++) {
        const struct looking l = {state, block, is_behind};
        if (tests.needs.harm && !tests.harm)
            tests.harm = find_harm(&l);
        if (tests.needs.balance && !tests.public_interest)
            tests.public_interest = find_balance(&l);
    }
    return tests;
}
