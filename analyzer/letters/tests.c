/* SPDX-License-Identifier: MIT */
#include "letters/block.h"

static bool is_reason(enum letter_zone zone)
{
    return zone == ZONE_HARM || zone == ZONE_PUBLIC_INTEREST || zone == ZONE_BALANCE;
}

static bool is_own(enum letter_zone zone)
{
    return zone == ZONE_DECISION || zone == ZONE_ANSWERS || zone == ZONE_RESIDUAL ||
           zone == ZONE_EXEMPTIONS || zone == ZONE_EXPLANATION || zone == ZONE_ANNEX;
}

/* Does it stand where the block's reasons would? */
static bool is_of_block(const struct block *b, const struct unit *unit)
{
    return b->question == WHOLE_LETTER || question_set_is_empty(&unit->questions) ||
           question_set_has(&unit->questions, (size_t)b->question);
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

static const struct found_act *find_test(const struct letter_state *s, const struct block *b,
                                         enum act_word word, enum letter_zone zone)
{
    for (int pass = 0; pass < 2; pass++) /* first in the zone that has its name */
        for (size_t i = 0; i < s->acts.count; i++) {
            const struct found_act *act = &s->acts.items[i];
            const struct unit *unit = &s->units.items[act->unit];
            bool is_there =
                pass == 0 ? unit->zone == zone : is_reason(unit->zone) || is_own(unit->zone);
            if (act->word == word && is_there && is_of_block(b, unit) && act->mood != MOOD_REPORTED)
                return act;
        }
    return NULL;
}

void block_tests(const struct letter_state *state, const struct block *block,
                 const struct found_act **ret_harm, const struct found_act **ret_public_interest,
                 bool *ret_is_elsewhere)
{
    *ret_harm = *ret_public_interest = NULL;
    *ret_is_elsewhere = false;
    if (!relies_on_tested(state, block))
        return;
    for (size_t i = 0; i < state->acts.count; i++)
        *ret_is_elsewhere |=
            state->acts.items[i].word == ACT_WORD_ATTACHED_TEST && !state->acts.items[i].why_not;
    *ret_harm = find_test(state, block, ACT_WORD_HARM, ZONE_HARM);
    *ret_public_interest = find_test(state, block, ACT_WORD_BALANCE, ZONE_BALANCE);
    if (!*ret_public_interest)
        *ret_public_interest = find_test(state, block, ACT_WORD_FACTORS, ZONE_PUBLIC_INTEREST);
}
