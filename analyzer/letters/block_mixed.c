/* SPDX-License-Identifier: MIT
 * A denial in one sentence, and something else in the next, to the same questions.
 */
#include "letters/block_steps.h"

static bool is_no(const struct found_act *act)
{
    return act->word == ACT_WORD_NOT_HELD || act->word == ACT_WORD_NO_USE ||
           act->word == ACT_WORD_NO;
}

bool block_is_mixed(const struct letter_state *s, const struct block *b)
{
    const struct found_act *no = NULL;
    enum { SAYS = 24 };
    for (size_t i = 0; i < s->acts.count && !no && b->question != WHOLE_LETTER; i++) {
        const struct found_act *act = &s->acts.items[i];
        if (!act->why_not && is_no(act) && act->weight == WEIGHT_DECISIVE &&
            !act->names_questions && block_is_own_act(act, b->question) &&
            question_set_is_several(&act->questions))
            no = act;
    }
    for (size_t i = 0; i < s->units.count && no; i++) {
        const struct unit *unit = &s->units.items[i];
        bool is_same = memcmp(&unit->questions, &no->questions, sizeof no->questions) == 0;
        bool denies = unit->is_question || unit->zone != ZONE_ANSWERS ||
                      unit->end - unit->begin < SAYS ||
                      unit->paragraph != s->units.items[no->unit].paragraph;
        for (size_t k = 0; k < s->acts.count && is_same && !denies; k++)
            denies = s->acts.items[k].unit == i && is_no(&s->acts.items[k]);
        if (is_same && !denies && !unit->begins_line)
            return true;
    }
    return false;
}
