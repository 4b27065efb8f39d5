/* SPDX-License-Identifier: MIT */
#include "letters/block_steps.h"

/* A figure in the reasons for which a question's answer is withheld gives nothing. */
static bool is_of_reasons(const struct block *b)
{
    const struct found_act *give = b->first[ACT_WORD_GIVE], *withheld = b->first[ACT_WORD_WITHHOLD];
    return give && withheld && block_has_decisive(b, ACT_WORD_WITHHOLD) &&
           !block_has_decisive(b, ACT_WORD_GIVE) && give->unit > withheld->unit;
}

/* What the searches found is held where the decision deals with it, and tells nothing where the
 * decision says otherwise. */
static void drop_found(struct block *b)
{
    static const int facts[] = {ACT_WORD_HOLD, ACT_WORD_PART};
    bool deals =
        b->facts & (fact_bit(ACT_WORD_GIVE) | fact_bit(ACT_WORD_WITHHOLD) | fact_bit(ACT_WORD_S21) |
                    fact_bit(ACT_WORD_S22) | fact_bit(ACT_WORD_COST1));
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        const struct found_act *act = b->first[facts[i]];
        bool is_found = act && act->weight == WEIGHT_BOILERPLATE;
        if (is_found && !(deals && !block_has(b, ACT_WORD_NCND)))
            block_drop(b, facts[i]);
    }
}

static void settle_supporting(struct block *b)
{
    bool is_open =
        block_has_decisive(b, ACT_WORD_EXTEND) || block_has_decisive(b, ACT_WORD_CLARIFY);
    if (!block_has_decisive(b, ACT_WORD_NCND) && is_open)
        block_drop(b, ACT_WORD_NCND);
    if (!block_has_decisive(b, ACT_WORD_NOT_HELD) && is_open)
        block_drop(b, ACT_WORD_NOT_HELD);
    if (!block_has_decisive(b, ACT_WORD_NCND) && block_has(b, ACT_WORD_REST))
        block_drop(b, ACT_WORD_NCND);
    drop_found(b);
    if (b->first[ACT_WORD_GIVE] && b->first[ACT_WORD_GIVE]->weight == WEIGHT_BOILERPLATE)
        block_drop(b, ACT_WORD_GIVE);
    bool is_denied = block_has_decisive(b, ACT_WORD_NOT_HELD) ||
                     block_has_decisive(b, ACT_WORD_NO_USE) || block_has_decisive(b, ACT_WORD_NO);
    bool is_settled =
        is_denied || block_has_decisive(b, ACT_WORD_VEX) || block_has_decisive(b, ACT_WORD_NCND) ||
        block_has_decisive(b, ACT_WORD_EXTEND) || block_has_decisive(b, ACT_WORD_CLARIFY) ||
        block_has_decisive(b, ACT_WORD_TRANSFER) || block_has_decisive(b, ACT_WORD_COST1);
    if (!block_has_decisive(b, ACT_WORD_GIVE) &&
        (is_settled || block_has_decisive(b, ACT_WORD_PART)))
        block_drop(b, ACT_WORD_GIVE);
    if (!block_has_decisive(b, ACT_WORD_WITHHOLD) &&
        (is_settled || block_has(b, ACT_WORD_REST) || block_has_decisive(b, ACT_WORD_GIVE)))
        block_drop(b, ACT_WORD_WITHHOLD);
    if (is_of_reasons(b))
        block_drop(b, ACT_WORD_GIVE);
    bool has_other =
        is_settled || block_has_decisive(b, ACT_WORD_GIVE) ||
        block_has_decisive(b, ACT_WORD_WITHHOLD) ||
        (block_has_decisive(b, ACT_WORD_UPHOLD) && block_has_decisive(b, ACT_WORD_HOLD));
    if (!block_has_decisive(b, ACT_WORD_S21) && has_other)
        block_drop(b, ACT_WORD_S21);
    if (!block_has_decisive(b, ACT_WORD_S22) && has_other)
        block_drop(b, ACT_WORD_S22);
    if (!block_has_decisive(b, ACT_WORD_HOLD) &&
        (is_denied || block_has_decisive(b, ACT_WORD_NCND)))
        block_drop(b, ACT_WORD_HOLD);
    if (!block_has_decisive(b, ACT_WORD_COST1) && block_has_decisive(b, ACT_WORD_NOT_HELD))
        block_drop(b, ACT_WORD_COST1);
}

/* Those that rest on more than a form of words. */
static fact_set firm_facts(const struct block *b)
{
    fact_set firm = b->facts;
    for (int i = 0; i < FACT_FIRST_DERIVED; i++)
        if (block_has(b, i) && b->first[i] && b->first[i]->weight == WEIGHT_BOILERPLATE)
            firm &= ~fact_bit(i);
    return firm;
}

/* An answer that no act has read gives what it says, unless it relies on an exemption. */
static void derive_from_words(const struct letter_state *s, struct block *b)
{
    size_t silent = 0, other = 0;
    for (size_t i = 0; i < b->cited_count; i++) {
        const struct exemption_row *row =
            exemption_row_of(s->exemptions, b->cited[i]->text, s->context->regime);
        bool is_ncnd = row && row->is_ncnd;
        bool is_own = b->cited[i]->status == CITED_RELIED &&
                      question_set_has(&b->cited[i]->questions, (size_t)b->question);
        silent += is_own && is_ncnd;
        other += is_own && !is_ncnd;
    }
    if (block_has(b, ACT_WORD_REST))
        silent = 0; /* of the rest */
    block_add(b, other ? ACT_WORD_WITHHOLD : silent ? ACT_WORD_NCND : ACT_WORD_GIVE, NULL);
    if (other + silent)
        b->flags |= coding_flag(s->tables, "words_unsure");
}

enum { NEGATIVE_BYTES = 40 };

/* Words that leave little of a yes wherever they stand. */
static bool has_strong_negative(struct slice text)
{
    static const char *const words[] = {" none",     " nothing",  " nobody", " nowhere", " never ",
                                        " no trace", " not one ", " blank",  NULL};
    for (const char *const *word = words; *word; word++)
        if (memmem(text.bytes, text.length, *word, strlen(*word)))
            return true;
    return false;
}

/* Does a sentence begin with a negative, in words that no phrase has read? */
static bool has_negative(const struct letter_state *s, const struct block *b)
{
    for (size_t i = b->words_unit; i < s->units.count; i++) {
        const struct unit *unit = &s->units.items[i];
        struct slice text = {s->masked + unit->begin, unit->end - unit->begin};
        struct pattern_match match;
        if (unit->zone != ZONE_ANSWERS || !question_set_has(&unit->questions, (size_t)b->question))
            break;
        if (has_strong_negative(text))
            return true;
        phrase_search_begin(s->search, PHRASES_SLOT, text, &unit->sight);
        for (const struct phrase *phrase = NULL; (phrase = phrase_search_next(s->search, phrase));)
            if (phrase->code == ACT_WORD_NEGATIVE &&
                phrase_find(s->search, phrase, 0, &match) == PATTERN_FOUND &&
                match.begin < NEGATIVE_BYTES)
                return true;
    }
    return false;
}

/* Names are kept back in an answer that says something before. */
static bool withholds_names(const struct block *b)
{
    const struct found_act *withheld = b->first[ACT_WORD_WITHHOLD];
    bool are_names = b->cited_count > 0;
    for (size_t i = 0; i < b->cited_count; i++)
        are_names &= strncmp(b->cited[i]->text, "40(", 3) == 0;
    return are_names && b->has_words && withheld && withheld->unit > b->words_unit &&
           !(b->facts & block_outcomes() & ~fact_bit(ACT_WORD_WITHHOLD));
}

/* What is said of itself by being said of something else. */
void block_derive(const struct letter_state *s, struct block *b)
{
    bool on_use = block_asks_use(s, b->question);
    if (block_has(b, ACT_WORD_YES)) {
        block_add(b, ACT_WORD_GIVE, b->first[ACT_WORD_YES]);
        if (on_use)
            block_add(b, ACT_WORD_USE, b->first[ACT_WORD_YES]);
    }
    bool is_open = block_has(b, ACT_WORD_UNCLEAR) && !block_has(b, ACT_WORD_NOT_HELD);
    if (block_has(b, ACT_WORD_NO) && on_use)
        block_add(b, ACT_WORD_NO_USE, b->first[ACT_WORD_NO]);
    else if (block_has(b, ACT_WORD_NO) && is_open && b->question != WHOLE_LETTER) {
        block_add(b, ACT_WORD_GIVE, b->first[ACT_WORD_NO]); /* not yet: it is being looked at */
        block_drop(b, ACT_WORD_NO);
    }
    if (block_has(b, ACT_WORD_FORMAT) && block_has(b, ACT_WORD_EFFORT) &&
        !(b->decisive & block_outcomes()))
        block_add(b, ACT_WORD_COST1, b->first[ACT_WORD_EFFORT]);
    if (block_has(b, ACT_WORD_ZERO)) {
        if (!(b->decisive & block_outcomes()) || block_has(b, ACT_WORD_GIVE))
            b->flags |= coding_flag(s->tables, "zero_answer");
        if (!(b->facts & block_outcomes()))
            block_add(b, ACT_WORD_GIVE, b->first[ACT_WORD_ZERO]);
    }
    fact_set other = (block_outcomes() | block_words_on_holding()) &
                     ~(fact_bit(ACT_WORD_HOLD) | fact_bit(ACT_WORD_PART) | fact_bit(ACT_WORD_REST));
    if (block_has(b, ACT_WORD_REST) && !block_has_decisive(b, ACT_WORD_WITHHOLD))
        other &= ~fact_bit(ACT_WORD_WITHHOLD); /* sections that the rest rests on */
    if (!(firm_facts(b) & (other | fact_bit(ACT_WORD_PART))) && b->has_words) {
        derive_from_words(s, b);
        if (has_negative(s, b))
            b->flags |= coding_flag(s->tables, "polarity_unsure");
    } else if (withholds_names(b) && !has_negative(s, b))
        block_add(b, ACT_WORD_GIVE, NULL);
}

/* No duty to say whether: a refusal to say, unless halves of templates were joined. */
void block_settle_no_duty(const struct letter_state *s, struct block *b)
{
    if (!block_has(b, ACT_WORD_NODUTY) || block_has(b, ACT_WORD_NCND))
        return;
    bool is_held = block_has(b, ACT_WORD_HOLD) || block_has(b, ACT_WORD_GIVE);
    if (is_held && block_has(b, FACT_CITES_OTHER) && !block_has(b, FACT_CITES_NCND)) {
        b->flags |= coding_flag(s->tables, "template_hybrid");
        if (!block_has_decisive(b, ACT_WORD_GIVE))
            block_drop(b, ACT_WORD_GIVE);
        block_add(b, ACT_WORD_WITHHOLD, b->first[ACT_WORD_NODUTY]);
        return;
    }
    if (block_has(b, ACT_WORD_REST) || block_has_decisive(b, ACT_WORD_VEX) ||
        block_has_decisive(b, ACT_WORD_COST1) || block_has(b, ACT_WORD_COST2))
        return;
    if (block_has(b, FACT_CITES_OTHER) && !block_has(b, FACT_CITES_NCND))
        b->flags |= coding_flag(s->tables, "contradicted"); /* "held, as the duty does not apply" */
    block_add(b, ACT_WORD_NCND, b->first[ACT_WORD_NODUTY]);
    b->decisive |= fact_bit(ACT_WORD_NCND);
}

/* "Covert" is the rest only beside something that is said openly. */
static void settle_covert(struct block *b)
{
    const struct found_act *act = b->first[ACT_WORD_NCND];
    if (!act || act->scope != SCOPE_COVERT || !(b->facts & block_bases()))
        return;
    block_add(b, ACT_WORD_REST, act);
    block_drop(b, ACT_WORD_NCND);
    block_drop(b, ACT_WORD_NODUTY);
    block_drop(b, ACT_WORD_USE_NCND);
}

/* Whether a person is known says nothing of a tool. */
static void settle_person(const struct letter_state *s, struct block *b)
{
    size_t personal = 0, other = 0;
    for (size_t i = 0; i < b->cited_count; i++) {
        const struct exemption_row *row =
            exemption_row_of(s->exemptions, b->cited[i]->text, s->context->regime);
        bool is_personal = strncmp(b->cited[i]->text, "40(5", 4) == 0;
        personal += is_personal;
        other += row && row->is_ncnd && !is_personal;
    }
    if (!personal || other)
        return;
    b->flags |= coding_flag(s->tables, "personal_ncnd");
    if (!(b->facts & (block_bases() | fact_bit(ACT_WORD_WITHHOLD))))
        return;
    block_drop(b, ACT_WORD_NCND);
    block_drop(b, ACT_WORD_NODUTY);
    block_drop(b, ACT_WORD_REST);
}

static void settle_formula(struct block *b)
{
    const struct found_act *held = b->first[ACT_WORD_HOLD];
    const struct found_act *no =
        b->first[ACT_WORD_NO] ? b->first[ACT_WORD_NO] : b->first[ACT_WORD_NO_USE];
    bool is_plain = !block_has(b, ACT_WORD_NOT_HELD) && !block_has(b, ACT_WORD_GIVE) &&
                    !block_has(b, ACT_WORD_WITHHOLD) && !block_has(b, ACT_WORD_NCND);
    if (held && block_has(b, ACT_WORD_HOLD) && no && held->begin < no->begin && is_plain)
        block_add(b, FACT_FORMULA, held);
}

/* "With respect to the instruction, we neither confirm ...": a thing of its own. */
static void settle_apart(const struct letter_state *s, struct block *b)
{
    static const char *const leads[] = {"with respect to",
                                        "as to ",
                                        "as regards",
                                        "with regard to",
                                        "regarding",
                                        "concerning",
                                        "in respect of",
                                        "in relation to",
                                        "on the ",
                                        "for the ",
                                        NULL};
    const struct found_act *act = b->first[ACT_WORD_NCND], *no = b->first[ACT_WORD_NOT_HELD];
    if (!act || !no || act->unit == no->unit)
        return;
    struct slice text = unit_text(&s->folded, &s->units.items[act->unit]);
    for (const char *const *lead = leads; *lead; lead++)
        if (text.length > strlen(*lead) && memcmp(text.bytes, *lead, strlen(*lead)) == 0)
            block_add(b, FACT_APART, act);
}

static void flag_doubts(const struct letter_state *s, struct block *b)
{
    if (block_has(b, ACT_WORD_DOUBT))
        b->flags |= coding_flag(s->tables, "doubtful_denial");
    if (block_has(b, ACT_WORD_CORRECTS) || block_is_mixed(s, b))
        b->flags |= coding_flag(s->tables, "contradicted");
    if (block_has(b, ACT_WORD_UNCLEAR) && !block_has(b, ACT_WORD_EXTEND))
        b->flags |= coding_flag(s->tables, "unclear_answer");
}

/* Is there a refusal to say that was not counted, beside an answer? Then a person looks. */
static void guard(const struct letter_state *s, struct block *b)
{
    if (block_has(b, ACT_WORD_NCND) || block_has(b, ACT_WORD_REST) || block_has(b, ACT_WORD_NODUTY))
        return;
    for (size_t i = 0; i < s->acts.count; i++) {
        const struct found_act *act = &s->acts.items[i];
        enum letter_zone zone = s->units.items[act->unit].zone;
        bool is_near = zone == ZONE_HEAD || zone == ZONE_SEARCHES || zone == ZONE_ADVICE ||
                       zone == ZONE_HARM || zone == ZONE_PUBLIC_INTEREST || zone == ZONE_BALANCE;
        bool is_of_question =
            block_is_own_act(act, b->question) || question_set_is_empty(&act->questions);
        if (act->word == ACT_WORD_NCND && act->weight != WEIGHT_BOILERPLATE && !act->is_beaten &&
            !act->mood && is_near && is_of_question)
            b->flags |= coding_flag(s->tables, "guard");
    }
}

void block_set_derived(struct block *b)
{
    fact_set base =
        b->facts & (block_bases() | fact_bit(ACT_WORD_WITHHOLD) | fact_bit(ACT_WORD_VEX));
    if (b->facts & block_outcomes())
        b->facts |= fact_bit(FACT_OUTCOME);
    if (b->facts & (block_outcomes() | block_words_on_holding()))
        b->facts |= fact_bit(FACT_DECISION);
    if (base)
        b->facts |= fact_bit(FACT_BASE);
    if (b->question == WHOLE_LETTER)
        b->facts |= fact_bit(FACT_WHOLE);
}

/* The rest of what was said elsewhere is nothing to a question that is dealt with otherwise. */
static void settle_rest_of_others(struct block *b)
{
    fact_set otherwise = fact_bit(ACT_WORD_NOTFOI) | fact_bit(ACT_WORD_DPA) |
                         fact_bit(ACT_WORD_TRANSFER) | fact_bit(ACT_WORD_CLARIFY);
    const struct found_act *rest = b->first[ACT_WORD_REST];
    bool is_later = block_has_decisive(b, ACT_WORD_EXTEND);
    fact_set bases = block_bases() & ~(is_later ? fact_bit(ACT_WORD_HOLD) : 0);
    otherwise |= is_later ? fact_bit(ACT_WORD_EXTEND) : 0;
    if (b->question == WHOLE_LETTER || !block_has(b, ACT_WORD_REST) || !(b->facts & otherwise) ||
        b->facts & (bases | fact_bit(ACT_WORD_WITHHOLD) | fact_bit(ACT_WORD_NCND)) ||
        (rest && block_is_own_act(rest, b->question)))
        return;
    block_drop(b, ACT_WORD_REST);
    b->cited_count = 0;
}

/* Passed to those who answer for a person's data, it is no request of another authority; and what
 * a notice tells of use, the force told. */
static void settle_elsewhere(struct block *b)
{
    const struct found_act *access = b->first[ACT_WORD_DPA];
    if (access && block_has(b, ACT_WORD_DPA) && block_is_own_act(access, b->question))
        block_drop(b, ACT_WORD_TRANSFER);
    if (block_has(b, ACT_WORD_NOTICE))
        b->use = POSITION_SILENT;
}

void block_settle(const struct letter_state *s, struct block *b)
{
    if (!block_has_decisive(b, ACT_WORD_NO_USE) && !block_asks_use(s, b->question))
        block_drop(b, ACT_WORD_NO_USE);
    if (block_has(b, ACT_WORD_NOT_YET) && !block_has_decisive(b, ACT_WORD_NO_USE) &&
        block_has(b, ACT_WORD_NO_USE)) {
        block_drop(b, ACT_WORD_NO_USE);
        block_add(b, ACT_WORD_GIVE, b->first[ACT_WORD_NOT_YET]);
    }
    settle_rest_of_others(b);
    settle_supporting(b);
    block_settle_no_duty(s, b);
    if (block_has(b, ACT_WORD_NCND) && block_has_decisive(b, ACT_WORD_COST2) &&
        !block_has(b, FACT_CITES_NCND))
        block_add(b, FACT_NCND_EFFORT, b->first[ACT_WORD_NCND]);
    settle_covert(b);
    settle_person(s, b);
    settle_formula(b);
    settle_apart(s, b);
    block_find_use(s, b);
    settle_elsewhere(b);
    flag_doubts(s, b);
    guard(s, b);
    block_set_derived(b);
}
