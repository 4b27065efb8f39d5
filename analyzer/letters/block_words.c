/* SPDX-License-Identifier: MIT
 * Answers in words that are no act: "The fleet stands at 23."
 */
#include "letters/block_steps.h"

/* Does the unit hold an act that counts, and little beside it? */
static bool has_act(const struct letter_state *s, size_t unit, int question)
{
    for (size_t i = 0; i < s->acts.count; i++) {
        const struct found_act *act = &s->acts.items[i];
        if (act->unit != unit || act->why_not || !block_is_outcome(act) ||
            act->weight == WEIGHT_BOILERPLATE)
            continue;
        if (s->units.items[unit].names_behind && !block_is_own_act(act, question))
            continue; /* of another question in the same sentence */
        const char *rest = s->folded.text + act->end,
                   *end = s->folded.text + s->units.items[unit].end;
        size_t digits = 0;
        for (const char *c = rest; c < end; c++)
            digits += *c >= '0' && *c <= '9';
        if (act->word != ACT_WORD_HOLD || !digits)
            return true;
    }
    return false;
}

/* The cell before a question with nothing but its number. */
static bool is_cell_of_number(const struct letter_state *s, const struct unit *unit)
{
    struct slice text = unit_text(&s->folded, unit);
    const struct unit *end = s->units.items + s->units.count;
    struct number_list number;
    return !unit->is_behind && unit + 1 < end && unit[1].is_question &&
           unit[1].column == unit->column + 1 && numbers_of_row(text, &number) &&
           number.end == text.length;
}

/* Is it one that could answer the question? */
static bool may_answer(const struct letter_state *s, const struct unit *unit, int question)
{
    struct number_list label;
    struct slice text = unit_text(&s->folded, unit);
    return question != WHOLE_LETTER && unit->zone == ZONE_ANSWERS && !unit->is_question &&
           !unit->is_others && !is_cell_of_number(s, unit) &&
           question_set_has(&unit->questions, (size_t)question) &&
           (unit->is_behind || !(numbers_at_start(text, &label) && label.end + 1 >= text.length));
}

bool block_find_words(const struct letter_state *s, int question, size_t *ret_unit)
{
    for (*ret_unit = 0; *ret_unit < s->units.count; ++*ret_unit)
        if (may_answer(s, &s->units.items[*ret_unit], question) && !has_act(s, *ret_unit, question))
            return true;
    return false;
}

bool block_has_words(const struct letter_state *state, int question)
{
    size_t unit;
    return block_find_words(state, question, &unit);
}

/* Words with which forces decide, in a sentence that no act has read: it may be a decision. */
static bool are_of_decision(const struct letter_state *s, int question)
{
    for (size_t i = 0; i < s->units.count; i++) {
        const struct unit *unit = &s->units.items[i];
        struct slice text = {s->masked + unit->begin, unit->end - unit->begin};
        if (!may_answer(s, unit, question) || has_act(s, i, question))
            continue;
        phrase_search_begin(s->search, PHRASES_OF_DECISION, text, &unit->sight);
        if (phrase_search_has(s->search, ACT_WORD_OF_DECISION))
            return true;
    }
    return false;
}

void block_judge_words(const struct letter_state *s, struct block *b)
{
    bool is_decided = b->facts & (block_outcomes() | block_words_on_holding());
    if (b->has_words && !is_decided && are_of_decision(s, b->question))
        b->flags |= coding_flag(s->tables, "words_unsure");
}
