/* SPDX-License-Identifier: MIT */
#include "letters/row_doubts.h"

#include "letters/block_steps.h"

/* Is a refusal to say weighed as if something were disclosed, and never by saying so? */
static bool is_wrong_test(const struct letter_state *s, const struct block *b)
{
    static const char *const right[] = {"confirm",    "deny",   "denial", "neither", "silen",
                                        "either way", "saying", "to say", NULL};
    bool is_disclosure = false;
    for (size_t i = 0; i < s->units.count; i++) {
        const struct unit *unit = &s->units.items[i];
        struct slice text = unit_text(&s->folded, unit);
        bool is_reason = unit->zone == ZONE_HARM || unit->zone == ZONE_PUBLIC_INTEREST ||
                         unit->zone == ZONE_BALANCE;
        if (!is_reason || (b->question >= 0 && !question_set_is_empty(&unit->questions) &&
                           !question_set_has(&unit->questions, (size_t)b->question)))
            continue;
        is_disclosure |= memmem(text.bytes, text.length, "disclos", 7) ||
                         memmem(text.bytes, text.length, "release", 7);
        for (const char *const *word = right; *word; word++)
            if (memmem(text.bytes, text.length, *word, strlen(*word)))
                return false;
    }
    return is_disclosure;
}

/* Does the outcome rest on nothing decisive? Then a person looks. */
static bool is_weak(const struct block *block, const struct coding_rule *rule)
{
    const struct found_act *act = block_deciding(block, rule);
    bool is_given = strcmp(rule->id, "C14") == 0 || strcmp(rule->id, "C16") == 0 ||
                    strcmp(rule->id, "C12") == 0;
    bool is_cited = block->cited_count && !act;
    return is_given && block->question == WHOLE_LETTER && !is_cited &&
           (!act || act->weight != WEIGHT_DECISIVE);
}

/* Nothing else says yes than words behind a negative. */
static bool is_polarity_unsure(const struct block *block)
{
    static const int facts[] = {ACT_WORD_HOLD, ACT_WORD_PART, ACT_WORD_USE};
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        const struct found_act *act = block->first[facts[i]];
        if (act && block->facts >> facts[i] & 1 && act->is_behind_no)
            return true;
    }
    return false;
}

/* Did an act of the block speak so, also where it was dropped for another? */
static bool speaks(const struct block *block, int fact, enum act_weight least)
{
    const struct found_act *act = block->first[fact];
    return act && act->weight <= least;
}

/* Something given beside a refusal to say, or a denial beside something given: an act that counts
 * speaks against the outcome. */
static bool is_contradicted(const struct block *block, enum stance stance)
{
    if (stance == STANCE_NCND)
        return speaks(block, ACT_WORD_GIVE, WEIGHT_SUPPORTING) ||
               speaks(block, ACT_WORD_USE, WEIGHT_SUPPORTING) ||
               speaks(block, ACT_WORD_S21, WEIGHT_SUPPORTING) ||
               speaks(block, ACT_WORD_HOLD, WEIGHT_SUPPORTING);
    return stance == STANCE_DISCLOSED && speaks(block, ACT_WORD_GIVE, WEIGHT_SUPPORTING) &&
           (speaks(block, ACT_WORD_NOT_HELD, WEIGHT_DECISIVE) ||
            speaks(block, ACT_WORD_NO, WEIGHT_DECISIVE));
}

/* The rest alone, and beside it an act that would be what it is the rest of, but was not counted.
 */
static bool has_dropped_base(const struct letter_state *s, const struct coding_rule *rule)
{
    bool is_alone = strcmp(rule->id, "C10") == 0;
    for (size_t i = 0; i < s->acts.count && is_alone; i++) {
        const struct found_act *act = &s->acts.items[i];
        bool is_base = block_bases() >> act->word & 1 && act->weight == WEIGHT_DECISIVE;
        bool is_reason = zone_is_reason(s->units.items[act->unit].zone);
        if (act->why_not && is_base && !act->mood && !is_reason)
            return true;
    }
    return false;
}

/* One test without the other, where both are asked for: a sentence may have been taken for it, or
 * missed. */
static bool is_test_unsure(const struct letter_state *s, const struct block *b,
                           const struct letter_row *row)
{
    const struct block_tests tests = block_tests_of(s, b);
    return tests.needs.harm && tests.needs.balance &&
           strcmp(row->values[LETTER_HARM_TEST], row->values[LETTER_PUBLIC_INTEREST_TEST]) != 0;
}

/* A refusal that names nothing that it rests on: a list or a sentence of it was not read. */
static bool lacks_grounds(const struct outcome *outcome, const struct letter_row *row)
{
    return (outcome->stance == STANCE_NCND || outcome->stance == STANCE_HELD_EXEMPT) &&
           *row->values[LETTER_EXEMPTIONS] == '\0';
}

/* Several things were asked, and all that is said of them is that something is given. */
static bool is_given_together(const struct letter_state *s, const struct block *b,
                              const struct outcome *outcome)
{
    return b->question == WHOLE_LETTER && s->questions.is_given && s->questions.count > 1 &&
           outcome->stance == STANCE_DISCLOSED;
}

/* The last question has an answer, and a paragraph below it a refusal to say that names no number:
 * it may be the rest of all. */
static bool is_answered_above(const struct letter_state *s, const struct block *b)
{
    const struct found_act *refusal = b->first[ACT_WORD_NCND];
    if (b->question == WHOLE_LETTER || !refusal || refusal->names_questions || !b->has_words)
        return false;
    const struct unit *words = &s->units.items[b->words_unit];
    return b->words_unit < refusal->unit &&
           words->paragraph != s->units.items[refusal->unit].paragraph;
}

uint64_t row_doubts(const struct letter_state *s, const struct block *b,
                    const struct outcome *outcome, const struct letter_row *row)
{
    bool is_apart = b->asked >= 0 && s->questions.items[b->asked].is_mapped_apart;
    const struct {
        const char *flag;
        bool holds;
    } doubts[] = {
        {"weak_evidence", is_weak(b, outcome->rule)},
        {"polarity_unsure", is_polarity_unsure(b)},
        {"test_unsure", is_test_unsure(s, b, row)},
        {"question_map", is_apart},
        {"contradicted", is_contradicted(b, (enum stance)outcome->stance) ||
                             has_dropped_base(s, outcome->rule) ||
                             (outcome->stance == STANCE_NCND && is_answered_above(s, b))},
        {"test_of_the_wrong_thing", outcome->stance == STANCE_NCND && is_wrong_test(s, b)},
        {"no_grounds", lacks_grounds(outcome, row)},
        {"given_together", is_given_together(s, b, outcome)},
    };
    uint64_t flags = 0;
    for (size_t i = 0; i < sizeof doubts / sizeof *doubts; i++)
        if (doubts[i].holds)
            flags |= coding_flag(s->tables, doubts[i].flag);
    return flags;
}
