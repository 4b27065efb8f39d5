/* SPDX-License-Identifier: MIT
 * Whose question the use is told to, where one answer serves several.
 */
#include "letters/block_steps.h"

bool block_asks_use(const struct letter_state *s, int question)
{
    if (question < 0)
        return s->asks_use;
    struct slice text = s->questions.items[question].text;
    if (text.length == 0)
        return s->asks_use;
    phrase_search_text(s->search, PHRASES_ASKS_USE, text);
    return phrase_search_has(s->search, ACT_WORD_ASKS_USE);
}

/* One answer to several questions tells the use to those that ask for it, else to the first. */
static bool is_use_of(const struct letter_state *s, const struct block *b,
                      const struct found_act *act)
{
    int first = -1, asking = -1;
    size_t count = 0;
    for (size_t i = 0; i < s->questions.count; i++) {
        if (!question_set_has(&act->questions, i))
            continue;
        count++;
        first = first < 0 ? (int)i : first;
        if (asking < 0 && s->questions.items[i].text.length && block_asks_use(s, (int)i))
            asking = (int)i;
    }
    if (b->question == WHOLE_LETTER || count < 2 || count == s->questions.count)
        return true;
    return asking < 0 ? b->question == first : block_asks_use(s, b->question);
}

/* Also of a "yes" that stands for it. */
static bool has_use(const struct letter_state *s, const struct block *b, int fact)
{
    const struct found_act *first = b->first[fact];
    if (!block_has(b, fact) || !first || (int)first->word != fact || is_use_of(s, b, first))
        return block_has(b, fact);
    for (size_t i = 0; i < s->acts.count; i++) {
        const struct found_act *act = &s->acts.items[i];
        if ((int)act->word == fact && !act->why_not && block_is_own_act(act, b->question) &&
            is_use_of(s, b, act))
            return true;
    }
    return false;
}

void block_find_use(const struct letter_state *s, struct block *b)
{
    static const struct {
        int fact;
        enum position use;
    } uses[] = {{ACT_WORD_USE, POSITION_CONFIRM},
                {ACT_WORD_NO_USE, POSITION_DENY},
                {ACT_WORD_USE_NCND, POSITION_NCND}};
    b->use = POSITION_SILENT;
    for (size_t i = 0; i < sizeof uses / sizeof *uses; i++) {
        bool may_be = uses[i].use != POSITION_NCND || block_has(b, ACT_WORD_NCND);
        bool is_asked = block_has_decisive(b, uses[i].fact) || block_asks_use(s, b->question);
        if (!has_use(s, b, uses[i].fact) || !may_be || !is_asked)
            continue;
        if (b->use == POSITION_SILENT) {
            b->use = uses[i].use;
            b->use_act = b->first[uses[i].fact];
        } else
            b->flags |= coding_flag(s->tables, "use_unsure");
    }
}

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
