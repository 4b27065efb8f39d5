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

/* Does it stand where the block's reasons would? */
static bool is_of_block(const struct letter_state *s, const struct block *b,
                        const struct unit *unit)
{
    const struct found_act *rest = b->first[ACT_WORD_REST];
    bool is_with_rest = rest && memcmp(&s->units.items[rest->unit].questions, &unit->questions,
                                       sizeof unit->questions) == 0;
    return b->question == WHOLE_LETTER || question_set_is_empty(&unit->questions) || is_with_rest ||
           is_of_any(s, unit) || question_set_has(&unit->questions, (size_t)b->question);
}

static bool relies_on_tested(const struct letter_state *s, const struct block *b)
{
    for (size_t i = 0; i < b->cited_count; i++) {
        const struct exemption_row *row =
            exemption_row_of(s->exemptions, b->cited[i]->text, s->context->regime);
        struct slice section = citation_section(slice_of(b->cited[i]->text));
        bool is_bare = !row && !slice_is(section, "12") && !slice_is(section, "14") &&
                       !slice_is(section, "21");
        if ((row && row->has_test) || is_bare)
            return true;
    }
    return b->cited_count == 0 && b->facts & (fact_bit(ACT_WORD_NCND) | fact_bit(ACT_WORD_REST) |
                                              fact_bit(ACT_WORD_WITHHOLD));
}

/* A sentence of the zone that has the test's name. */
static const struct unit *find_in_zone(const struct letter_state *s, const struct block *b,
                                       enum letter_zone zone)
{
    for (size_t i = 0; i < s->units.count; i++) {
        const struct unit *unit = &s->units.items[i];
        bool is_heading = unit->heading && unit->heading->is_line;
        if (unit->zone == zone && !is_heading && unit->end - unit->begin > SENTENCE &&
            is_of_block(s, b, unit))
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

static const struct unit *find_act(const struct letter_state *s, const struct block *b,
                                   enum act_word word)
{
    for (size_t i = 0; i < s->acts.count; i++) {
        const struct found_act *act = &s->acts.items[i];
        const struct unit *unit = &s->units.items[act->unit];
        if (act->word == word && may_reason(s, act) && is_of_block(s, b, unit) &&
            act->mood != MOOD_REPORTED)
            return unit;
    }
    return NULL;
}

struct block_tests block_tests_of(const struct letter_state *state, const struct block *block)
{
    struct block_tests tests = {0};
    if (!relies_on_tested(state, block))
        return tests;
    for (size_t i = 0; i < state->acts.count; i++)
        tests.is_elsewhere |=
            state->acts.items[i].word == ACT_WORD_ATTACHED_TEST && !state->acts.items[i].why_not;
    tests.harm = find_in_zone(state, block, ZONE_HARM);
    if (!tests.harm)
        tests.harm = find_act(state, block, ACT_WORD_HARM);
    static const int words[] = {ACT_WORD_BALANCE, ACT_WORD_FACTORS};
    tests.public_interest = find_in_zone(state, block, ZONE_BALANCE);
    for (size_t i = 0; i < 2 && !tests.public_interest; i++)
        tests.public_interest = find_act(state, block, (enum act_word)words[i]);
    if (!tests.public_interest)
        tests.public_interest = find_in_zone(state, block, ZONE_PUBLIC_INTEREST);
    return tests;
}
