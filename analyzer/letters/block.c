/* SPDX-License-Identifier: MIT */
#include "letters/block_steps.h"

/* Facts that are an outcome, and those that a rest could be the rest of. */
fact_set block_outcomes(void)
{
    static const int facts[] = {
        ACT_WORD_NCND,   ACT_WORD_NODUTY, ACT_WORD_REST,  ACT_WORD_NOT_HELD, ACT_WORD_NO_USE,
        ACT_WORD_YES,    ACT_WORD_NO,     ACT_WORD_GIVE,  ACT_WORD_WITHHOLD, ACT_WORD_S21,
        ACT_WORD_S22,    ACT_WORD_COST1,  ACT_WORD_COST2, ACT_WORD_VEX,      ACT_WORD_TRANSFER,
        ACT_WORD_UPHOLD, ACT_WORD_USE};
    fact_set all = 0;
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        all |= fact_bit(facts[i]);
    return all;
}

fact_set block_words_on_holding(void)
{
    return fact_bit(ACT_WORD_HOLD) | fact_bit(ACT_WORD_PART) | fact_bit(ACT_WORD_CLARIFY) |
           fact_bit(ACT_WORD_EXTEND) | fact_bit(ACT_WORD_NOTFOI);
}

fact_set block_bases(void)
{
    return fact_bit(ACT_WORD_HOLD) | fact_bit(ACT_WORD_PART) | fact_bit(ACT_WORD_NOT_HELD) |
           fact_bit(ACT_WORD_USE) | fact_bit(ACT_WORD_NO_USE) | fact_bit(ACT_WORD_YES) |
           fact_bit(ACT_WORD_NO) | fact_bit(ACT_WORD_GIVE) | fact_bit(ACT_WORD_S21) |
           fact_bit(ACT_WORD_COST1) | fact_bit(ACT_WORD_S22);
}

void block_drop(struct block *b, int fact)
{
    b->facts &= ~fact_bit(fact);
    b->decisive &= ~fact_bit(fact);
}

void block_add(struct block *b, int fact, const struct found_act *act)
{
    bool is_decisive = !act || act->weight == WEIGHT_DECISIVE;
    if (act && (!b->first[fact] || act->weight < b->first[fact]->weight))
        b->first[fact] = act;
    b->facts |= fact_bit(fact);
    if (is_decisive)
        b->decisive |= fact_bit(fact);
    b->acts_of[fact]++;
}

static bool is_refusal_to_say(enum act_word word)
{
    return word == ACT_WORD_NCND || word == ACT_WORD_NODUTY || word == ACT_WORD_USE_NCND;
}

static bool is_in_unit(const struct letter_state *s, enum act_word word,
                       const struct found_act *act)
{
    for (size_t i = 0; i < s->acts.count; i++)
        if (s->acts.items[i].word == word && s->acts.items[i].unit == act->unit)
            return true;
    return false;
}

/* Is the effort of finding out why it is neither confirmed nor denied? */
static bool is_for_effort(const struct letter_state *s, const struct found_act *act)
{
    const struct unit *unit = &s->units.items[act->unit];
    struct slice text = {s->masked + unit->begin, unit->end - unit->begin};
    phrase_search_begin(s->search, PHRASES_SLOT, text, &unit->sight);
    return phrase_search_has(s->search, ACT_WORD_REASON_EFFORT);
}

static void add_act(const struct letter_state *s, struct block *b, const struct found_act *act)
{
    bool is_rest = act->scope == SCOPE_RESIDUAL;
    if (is_refusal_to_say(act->word)) {
        if (act->word == ACT_WORD_NCND && !is_rest && is_for_effort(s, act))
            block_add(b, FACT_NCND_EFFORT, act);
        if (act->word == ACT_WORD_NCND && is_in_unit(s, ACT_WORD_PERSON, act))
            b->flags |= coding_flag(s->tables, "personal_ncnd");
        if (act->word != ACT_WORD_USE_NCND || !is_rest)
            block_add(b, is_rest ? ACT_WORD_REST : (int)act->word, act);
        return;
    }
    bool is_about_things =
        act->word <= ACT_WORD_NOT_HELD || act->word == ACT_WORD_USE || act->word == ACT_WORD_NO_USE;
    if (!is_rest || !is_about_things)
        block_add(b, (int)act->word, act);
}

/* Does the act stand for the question: as its own, or as one of the whole letter? */
bool block_is_own_act(const struct found_act *act, int question)
{
    return question == WHOLE_LETTER || question_set_has(&act->questions, (size_t)question);
}

bool block_is_outcome(const struct found_act *act)
{
    return (block_outcomes() | block_words_on_holding()) >> act->word & 1;
}

static bool has_own_outcome(const struct letter_state *s, int question)
{
    for (size_t i = 0; i < s->acts.count; i++) {
        const struct found_act *act = &s->acts.items[i];
        bool is_pointer = act->word == ACT_WORD_GIVE && act->weight == WEIGHT_BOILERPLATE;
        if (!act->why_not && block_is_outcome(act) && act->scope != SCOPE_RESIDUAL && !is_pointer &&
            block_is_own_act(act, question))
            return true;
    }
    return false;
}

static int first_of_set(const struct question_set *set)
{
    for (int i = 0; i < QUESTIONS_MAX; i++)
        if (question_set_has(set, (size_t)i))
            return i;
    return -1;
}

int block_source(const struct letter_state *s, int question)
{
    int source = question;
    for (size_t steps = 0; steps < s->questions.count; steps++) {
        int next = -1;
        for (size_t i = 0; i < s->acts.count && next < 0; i++) {
            const struct found_act *act = &s->acts.items[i];
            if (act->word != ACT_WORD_SAME || act->why_not ||
                !question_set_has(&act->questions, (size_t)source))
                continue;
            next = question_set_is_empty(&act->same) ? source - 1 : first_of_set(&act->same);
        }
        if (next < 0 || next == question || has_own_outcome(s, source))
            break;
        source = next;
    }
    return source;
}

/* Of an act of the whole letter beside acts of the question's own: the rest, and that it is held.
 */
static bool goes_with_own(const struct found_act *act)
{
    return act->scope == SCOPE_RESIDUAL || act->word == ACT_WORD_HOLD ||
           act->word == ACT_WORD_PART || act->word == ACT_WORD_EFFORT ||
           act->word == ACT_WORD_NOTICE;
}

/* Has each question an answer of its own? Then what is said of the whole letter is said of all. */
static bool are_all_answered(const struct letter_state *s)
{
    size_t unit;
    for (size_t i = 0; i < s->questions.count; i++)
        if (!has_own_outcome(s, (int)i) && !block_find_words(s, (int)i, &unit))
            return false;
    return true;
}

/* "We hold what you ask for at 1 and 2": nothing more is said of the question by its number. */
static bool is_only_held(const struct letter_state *s, int question)
{
    bool is_held = false;
    for (size_t i = 0; i < s->acts.count; i++) {
        const struct found_act *act = &s->acts.items[i];
        bool is_hold = act->word == ACT_WORD_HOLD || act->word == ACT_WORD_PART;
        if (act->why_not || !block_is_own_act(act, question))
            continue;
        if (!is_hold && block_is_outcome(act))
            return false;
        is_held |= is_hold;
    }
    return is_held;
}

/* What decides a letter as a whole, and leaves nothing for its questions to decide. */
static bool is_of_all(const struct found_act *act)
{
    const fact_set all = fact_bit(ACT_WORD_COST1) | fact_bit(ACT_WORD_COST2) |
                         fact_bit(ACT_WORD_VEX) | fact_bit(ACT_WORD_EXTEND) |
                         fact_bit(ACT_WORD_CLARIFY) | fact_bit(ACT_WORD_TRANSFER);
    return all >> act->word & 1 && act->weight == WEIGHT_DECISIVE && act->scope == SCOPE_ALL;
}

/* Does it stand before anything that is headed by a number? */
static bool is_before_numbers(const struct letter_state *s, const struct found_act *act)
{
    struct number_list numbers;
    for (size_t i = 0; i < act->unit; i++) {
        const struct unit *unit = &s->units.items[i];
        bool is_numbered = unit->zone == ZONE_DECISION && unit->begins_line &&
                           numbers_at_start(unit_text(&s->folded, unit), &numbers);
        if (is_numbered || unit->zone == ZONE_ANSWERS)
            return false;
    }
    return s->units.items[act->unit].zone == ZONE_DECISION;
}

/* "Section 14(1) is applied to your request", and below the questions nothing that decides: what
 * stands there tells why. */
static bool is_decided_above(const struct letter_state *s)
{
    bool is_above = false;
    for (size_t i = 0; i < s->acts.count; i++) {
        const struct found_act *act = &s->acts.items[i];
        bool is_general = question_set_is_empty(&act->questions);
        if (act->why_not)
            continue;
        is_above |= is_general && is_of_all(act) && is_before_numbers(s, act);
        if (!is_general && block_is_outcome(act) && act->weight == WEIGHT_DECISIVE)
            return false;
    }
    return is_above;
}

static void collect_acts(const struct letter_state *s, struct block *b)
{
    bool has_own = b->question != WHOLE_LETTER && (has_own_outcome(s, b->question) || b->has_words);
    bool is_above = has_own && is_decided_above(s);
    bool may_extend = has_own && is_only_held(s, b->question);
    bool is_for_all = has_own && are_all_answered(s);
    for (size_t i = 0; i < s->acts.count; i++) {
        const struct found_act *act = &s->acts.items[i];
        if (act->why_not)
            continue;
        bool is_general = question_set_is_empty(&act->questions);
        if (block_is_own_act(act, b->question) ||
            (is_general &&
             (!has_own || goes_with_own(act) || (may_extend && act->word == ACT_WORD_EXTEND) ||
              (is_above && is_of_all(act)) ||
              (is_for_all && act->word == ACT_WORD_NCND && act->weight == WEIGHT_DECISIVE))))
            add_act(s, b, act);
    }
}

/* Lines of the answer that hold little but numbers. */
static bool has_figures(const struct letter_state *s)
{
    size_t lines = 0;
    for (size_t i = 0; i < s->units.count; i++) {
        const struct unit *unit = &s->units.items[i];
        struct slice text = unit_text(&s->folded, unit);
        if (unit->zone != ZONE_DECISION && unit->zone != ZONE_ANSWERS)
            continue;
        size_t digits = 0;
        for (size_t k = 0; k < text.length; k++)
            digits += text.bytes[k] >= '0' && text.bytes[k] <= '9';
        lines += unit->begins_line && digits > 0 && text.length < 90 && text.bytes[0] != 's';
    }
    return lines >= 3;
}

void block_collect(const struct letter_state *state, int question, struct block *ret)
{
    *ret = (struct block){.question = question, .asked = question, .use = POSITION_SILENT};
    ret->has_words = block_find_words(state, question, &ret->words_unit);
    collect_acts(state, ret);
    fact_set told = ret->facts & (block_outcomes() | block_words_on_holding());
    if (question == WHOLE_LETTER && !(told & ~fact_bit(ACT_WORD_REST)) && has_figures(state))
        block_add(ret, ACT_WORD_GIVE, NULL);
    block_judge_words(state, ret);
    block_collect_cited(state, ret);
    /* Citations of a whole letter are the question's only where it relies on any. */
    bool relies =
        ret->facts &
        (fact_bit(ACT_WORD_WITHHOLD) | fact_bit(ACT_WORD_NCND) | fact_bit(ACT_WORD_NODUTY) |
         fact_bit(ACT_WORD_REST) | fact_bit(ACT_WORD_COST1) | fact_bit(ACT_WORD_COST2) |
         fact_bit(ACT_WORD_VEX) | fact_bit(ACT_WORD_S21) | fact_bit(ACT_WORD_S22));
    if (question != WHOLE_LETTER && !relies) {
        size_t kept = 0;
        for (size_t i = 0; i < ret->cited_count; i++)
            if (question_set_has(&ret->cited[i]->questions, (size_t)question))
                ret->cited[kept++] = ret->cited[i];
        ret->cited_count = kept;
    }
    block_derive(state, ret);
    block_cite_facts(state, ret);
    block_settle(state, ret);
}

bool block_collect_earlier(const struct letter_state *state, struct block *ret)
{
    *ret = (struct block){.question = WHOLE_LETTER, .asked = WHOLE_LETTER, .use = POSITION_SILENT};
    for (size_t i = 0; i < state->acts.count; i++) {
        const struct found_act *act = &state->acts.items[i];
        bool is_told =
            act->mood == MOOD_REPORTED || state->units.items[act->unit].zone == ZONE_HISTORY;
        if (act->why_not && !act->is_beaten && is_told && act->mood != MOOD_CONDITIONAL &&
            block_is_outcome(act) && act->word != ACT_WORD_UPHOLD)
            block_add(ret,
                      act->scope == SCOPE_RESIDUAL && is_refusal_to_say(act->word) ? ACT_WORD_REST
                                                                                   : (int)act->word,
                      act);
    }
    for (size_t i = 0; i < state->cited.count; i++)
        if (state->cited.items[i].status == CITED_NOT_RELIED ||
            block_is_relied(&state->cited.items[i]) ||
            state->units.items[state->cited.items[i].unit].zone == ZONE_HISTORY)
            if (state->cited.items[i].status != CITED_PROCEDURAL &&
                state->cited.items[i].status != CITED_OTHER_LAW)
                block_add_cited(ret, &state->cited.items[i]);
    block_cite_facts(state, ret);
    block_settle_no_duty(state, ret);
    block_set_derived(ret);
    return ret->facts >> FACT_OUTCOME & 1;
}

static const struct found_act *first_of(const struct block *b, fact_set facts)
{
    const struct found_act *best = NULL;
    for (int fact = 0; fact < FACT_COUNT; fact++) {
        const struct found_act *act = facts >> fact & 1 ? b->first[fact] : NULL;
        if (act && (!best || act->weight < best->weight ||
                    (act->weight == best->weight && act->begin < best->begin)))
            best = act;
    }
    return best;
}

const struct found_act *block_deciding(const struct block *b, const struct coding_rule *rule)
{
    for (size_t i = 0; i < rule->need_count; i++) {
        const struct found_act *act = first_of(b, rule->needs[i] & b->facts);
        if (act)
            return act;
    }
    return NULL;
}
