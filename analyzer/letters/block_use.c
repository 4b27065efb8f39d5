/* SPDX-License-Identifier: MIT
 * What an answer says of use (LETTERS 2.1): in so many words, or by yes and no to a question that
 * asks whether it is used.
 */
#include "letters/block_steps.h"

enum { FIRST_SENTENCES = 2 };

/* "VoxMatch: the same": what the question before asks. */
static bool is_ditto(struct slice text)
{
    static const char *const ends[] = {"the same", "the same.", "ditto", "likewise", NULL};
    for (const char *const *end = ends; *end; end++) {
        size_t length = strlen(*end);
        if (text.length > length && memcmp(text.bytes + text.length - length, *end, length) == 0)
            return true;
    }
    return false;
}

bool block_asks_use(const struct letter_state *s, int question)
{
    if (question < 0)
        return s->asks_use;
    struct slice text = s->questions.items[question].text;
    for (int before = question - 1; before >= 0 && is_ditto(text); before--)
        text = s->questions.items[before].text;
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

static bool has_slot(const struct letter_state *s, const struct unit *unit, int code)
{
    struct slice text = {s->masked + unit->begin, unit->end - unit->begin};
    phrase_search_begin(s->search, PHRASES_SLOT, text, &unit->sight);
    return phrase_search_has(s->search, code);
}

/* Do the first sentences of the answer hold such words? */
static bool begins_with(const struct letter_state *s, int question, int code)
{
    size_t seen = 0;
    for (size_t i = 0; i < s->units.count && seen < FIRST_SENTENCES; i++) {
        const struct unit *unit = &s->units.items[i];
        if (unit->zone != ZONE_ANSWERS || unit->is_question ||
            !question_set_has(&unit->questions, (size_t)question))
            continue;
        seen++;
        if (has_slot(s, unit, code))
            return true;
    }
    return false;
}

/* What is neither confirmed nor denied stands in the same sentence; else it is what was asked. */
static bool is_refused(const struct letter_state *s)
{
    for (size_t i = 0; i < s->acts.count; i++) {
        const struct found_act *use = &s->acts.items[i];
        for (size_t k = 0; k < s->acts.count && use->word == ACT_WORD_USE_NCND && !use->why_not;
             k++) {
            const struct found_act *act = &s->acts.items[k];
            bool is_silent = act->word == ACT_WORD_NCND || act->word == ACT_WORD_NODUTY;
            if (is_silent && !act->why_not && act->unit == use->unit)
                return true;
        }
    }
    return false;
}

/* A contract is not yet use. */
static bool is_of_contract(const struct letter_state *s, const struct found_act *act)
{
    static const char *const words[] = {"contract", "licen",   "subscri", "agreement", "order",
                                        "procure",  "purchas", "bought",  "account",   NULL};
    struct slice text = {s->folded.text + act->begin, act->end - act->begin};
    for (const char *const *word = words; *word; word++)
        if (memmem(text.bytes, text.length, *word, strlen(*word)))
            return true;
    return false;
}

/* Where use is not asked about, only the question's own plain words speak of it. */
static bool has_own_words(const struct letter_state *s, const struct block *b, int fact)
{
    for (size_t i = 0; i < s->acts.count; i++) {
        const struct found_act *act = &s->acts.items[i];
        if ((int)act->word == fact && !act->why_not && act->weight == WEIGHT_DECISIVE &&
            question_set_has(&act->questions, (size_t)b->question) && !is_of_contract(s, act))
            return true;
    }
    return false;
}

static bool is_said(const struct letter_state *s, const struct block *b, int fact, bool asks)
{
    const struct found_act *act = b->first[fact];
    if (!has_use(s, b, fact))
        return false;
    if (fact == ACT_WORD_USE_NCND)
        return block_has(b, ACT_WORD_NCND) && is_refused(s);
    bool is_bare_yes = fact == ACT_WORD_USE && act && act->word == ACT_WORD_YES;
    if (is_bare_yes && b->question != WHOLE_LETTER && begins_with(s, b->question, ACT_WORD_PENDING))
        return false;
    if (asks)
        return true;
    if (!block_has_decisive(b, fact))
        return false;
    return b->question == WHOLE_LETTER || has_own_words(s, b, fact);
}

/* Asked whether, or which, it answers with a thing, a place, a number: then there is use. */
static bool answers_yes(const struct letter_state *s, const struct block *b)
{
    static const int others[] = {
        ACT_WORD_NCND,    ACT_WORD_NODUTY,   ACT_WORD_NO,       ACT_WORD_NO_USE,  ACT_WORD_NOT_HELD,
        ACT_WORD_UNCLEAR, ACT_WORD_ZERO,     ACT_WORD_WITHHOLD, ACT_WORD_S21,     ACT_WORD_S22,
        ACT_WORD_COST1,   ACT_WORD_COST2,    ACT_WORD_VEX,      ACT_WORD_CLARIFY, ACT_WORD_EXTEND,
        ACT_WORD_DOUBT,   ACT_WORD_TRANSFER, ACT_WORD_NOTFOI,   ACT_WORD_FORMAT};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (block_has(b, others[i]))
            return false;
    return block_has(b, ACT_WORD_GIVE) && b->has_words &&
           !begins_with(s, b->question, ACT_WORD_PENDING) &&
           !begins_with(s, b->question, ACT_WORD_NEGATIVE);
}

/* A refusal to say yes or no, without a word on what is held. */
static const struct found_act *refused_answer(const struct letter_state *s, const struct block *b)
{
    static const char *const words[] = {"information", "hold",     "held",    "exist",
                                        "record",      "document", "possess", "material",
                                        "anything",    "duty",     NULL};
    const struct found_act *first = b->first[ACT_WORD_NCND];
    if (!block_has(b, ACT_WORD_NCND) || !first || b->question == WHOLE_LETTER)
        return NULL;
    for (size_t i = 0; i < s->acts.count; i++) {
        const struct found_act *act = &s->acts.items[i];
        if ((act->word != ACT_WORD_NCND && act->word != ACT_WORD_NODUTY) || act->why_not)
            continue;
        if (!block_is_own_act(act, b->question))
            return NULL;
        struct slice text = unit_text(&s->folded, &s->units.items[act->unit]);
        for (const char *const *word = words; *word; word++)
            if (memmem(text.bytes, text.length, *word, strlen(*word)))
                return NULL;
    }
    return first;
}

/* "Our vans are out every week", said among the reasons of a letter that holds or gives. */
static const struct found_act *said_in_passing(const struct letter_state *s, const struct block *b)
{
    fact_set silent = fact_bit(ACT_WORD_NCND) | fact_bit(ACT_WORD_NODUTY) |
                      fact_bit(ACT_WORD_NOT_HELD) | fact_bit(ACT_WORD_COST2) |
                      fact_bit(ACT_WORD_VEX);
    fact_set open = fact_bit(ACT_WORD_HOLD) | fact_bit(ACT_WORD_PART) | fact_bit(ACT_WORD_GIVE) |
                    fact_bit(ACT_WORD_S21) | fact_bit(ACT_WORD_COST1);
    if (b->question != WHOLE_LETTER || (b->facts & silent) || !(b->facts & open))
        return NULL;
    for (size_t i = 0; i < s->acts.count; i++) {
        const struct found_act *act = &s->acts.items[i];
        enum letter_zone zone = s->units.items[act->unit].zone;
        bool is_reason = zone == ZONE_HARM || zone == ZONE_PUBLIC_INTEREST ||
                         zone == ZONE_BALANCE || zone == ZONE_SEARCHES || zone == ZONE_ADVICE;
        if (act->word == ACT_WORD_USE && is_reason && act->weight == WEIGHT_DECISIVE &&
            act->is_plain && !act->is_beaten && !act->is_behind_no)
            return act;
    }
    return NULL;
}

static void find_between_lines(const struct letter_state *s, struct block *b, bool asks)
{
    const struct found_act *act;
    if (asks && block_has(b, ACT_WORD_NOT_YET)) {
        b->use = POSITION_DENY;
        b->use_act = b->first[ACT_WORD_NOT_YET];
    } else if (asks && (act = refused_answer(s, b))) {
        b->use = POSITION_NCND;
        b->use_act = act;
    } else if (asks && b->question != WHOLE_LETTER && answers_yes(s, b)) {
        b->use = POSITION_CONFIRM;
        b->use_act = NULL;
    } else if ((act = said_in_passing(s, b))) {
        b->use = POSITION_CONFIRM;
        b->use_act = act;
    }
}

void block_find_use(const struct letter_state *s, struct block *b)
{
    static const struct {
        int fact;
        enum position use;
    } uses[] = {{ACT_WORD_USE, POSITION_CONFIRM},
                {ACT_WORD_NO_USE, POSITION_DENY},
                {ACT_WORD_USE_NCND, POSITION_NCND}};
    bool asks = block_asks_use(s, b->question);
    b->use = POSITION_SILENT;
    if (b->question == WHOLE_LETTER && (block_has(b, ACT_WORD_VEX) || block_has(b, ACT_WORD_COST2)))
        return; /* not a word on what there is */
    for (size_t i = 0; i < sizeof uses / sizeof *uses; i++) {
        if (!is_said(s, b, uses[i].fact, asks))
            continue;
        if (b->use == POSITION_SILENT) {
            b->use = uses[i].use;
            b->use_act = b->first[uses[i].fact];
        } else
            b->flags |= coding_flag(s->tables, "use_unsure");
    }
    if (b->use == POSITION_SILENT)
        find_between_lines(s, b, asks);
}
