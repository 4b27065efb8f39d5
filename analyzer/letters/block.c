/* SPDX-License-Identifier: MIT */
#include "letters/block.h"

/* Facts that are an outcome, and those that a rest could be the rest of. */
static fact_set outcomes(void)
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

static fact_set words_on_holding(void)
{
    return fact_bit(ACT_WORD_HOLD) | fact_bit(ACT_WORD_PART) | fact_bit(ACT_WORD_CLARIFY) |
           fact_bit(ACT_WORD_EXTEND) | fact_bit(ACT_WORD_NOTFOI);
}

static fact_set bases(void)
{
    return fact_bit(ACT_WORD_HOLD) | fact_bit(ACT_WORD_PART) | fact_bit(ACT_WORD_NOT_HELD) |
           fact_bit(ACT_WORD_USE) | fact_bit(ACT_WORD_NO_USE) | fact_bit(ACT_WORD_YES) |
           fact_bit(ACT_WORD_NO) | fact_bit(ACT_WORD_GIVE) | fact_bit(ACT_WORD_S21) |
           fact_bit(ACT_WORD_COST1) | fact_bit(ACT_WORD_S22);
}

static bool has(const struct block *b, int fact)
{
    return b->facts >> fact & 1;
}

static bool has_decisive(const struct block *b, int fact)
{
    return b->decisive >> fact & 1;
}

static void drop(struct block *b, int fact)
{
    b->facts &= ~fact_bit(fact);
    b->decisive &= ~fact_bit(fact);
}

static void add_fact(struct block *b, int fact, const struct found_act *act)
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
    struct literal_hits hits;
    struct pattern_match match;
    literals_find(&s->book->literals, text, &hits);
    for (size_t i = 0; i < s->book->phrases.count; i++)
        if (s->book->phrases.rows[i].code == ACT_WORD_REASON_EFFORT &&
            phrase_find(&s->book->phrases.rows[i], &hits, text, 0, &match) == PATTERN_FOUND)
            return true;
    return false;
}

static bool asks_use(const struct letter_state *s, int question)
{
    if (question < 0)
        return s->asks_use;
    struct slice text = s->questions.items[question].text;
    struct literal_hits hits;
    struct pattern_match match;
    if (text.length == 0)
        return s->asks_use;
    literals_find(&s->book->literals, text, &hits);
    for (size_t i = 0; i < s->book->phrases.count; i++)
        if (s->book->phrases.rows[i].code == ACT_WORD_ASKS_USE &&
            phrase_find(&s->book->phrases.rows[i], &hits, text, 0, &match) == PATTERN_FOUND)
            return true;
    return false;
}

static void add_act(const struct letter_state *s, struct block *b, const struct found_act *act)
{
    bool is_rest = act->scope == SCOPE_RESIDUAL;
    if (is_refusal_to_say(act->word)) {
        if (act->word == ACT_WORD_NCND && !is_rest && is_for_effort(s, act))
            add_fact(b, FACT_NCND_EFFORT, act);
        if (act->word == ACT_WORD_NCND && is_in_unit(s, ACT_WORD_PERSON, act))
            b->flags |= coding_flag(s->tables, "personal_ncnd");
        if (act->word != ACT_WORD_USE_NCND || !is_rest)
            add_fact(b, is_rest ? ACT_WORD_REST : (int)act->word, act);
        return;
    }
    bool is_about_things =
        act->word <= ACT_WORD_NOT_HELD || act->word == ACT_WORD_USE || act->word == ACT_WORD_NO_USE;
    if (!is_rest || !is_about_things)
        add_fact(b, (int)act->word, act);
}

/* Does the act stand for the question: as its own, or as one of the whole letter? */
static bool is_own_act(const struct found_act *act, int question)
{
    return question == WHOLE_LETTER || question_set_has(&act->questions, (size_t)question);
}

static bool is_outcome(const struct found_act *act)
{
    return (outcomes() | words_on_holding()) >> act->word & 1;
}

static bool has_own_outcome(const struct letter_state *s, int question)
{
    for (size_t i = 0; i < s->acts.count; i++) {
        const struct found_act *act = &s->acts.items[i];
        if (!act->why_not && is_outcome(act) && act->scope != SCOPE_RESIDUAL &&
            is_own_act(act, question))
            return true;
    }
    return false;
}

/* Does the unit hold an act that counts, and little beside it? */
static bool has_act(const struct letter_state *s, size_t unit)
{
    for (size_t i = 0; i < s->acts.count; i++) {
        const struct found_act *act = &s->acts.items[i];
        if (act->unit != unit || act->why_not || !is_outcome(act))
            continue;
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

/* An answer in words that are no act: "The fleet stands at 23." */
static bool has_words(const struct letter_state *s, int question, size_t *ret_unit)
{
    for (size_t i = 0; i < s->units.count && question != WHOLE_LETTER; i++) {
        const struct unit *unit = &s->units.items[i];
        struct slice text = unit_text(&s->folded, unit);
        struct number_list label;
        if (unit->zone != ZONE_ANSWERS || unit->is_question ||
            !question_set_has(&unit->questions, (size_t)question))
            continue;
        size_t begin = numbers_at_start(text, &label) ? label.end : 0;
        *ret_unit = i;
        if (text.length > begin + 1 && !has_act(s, i))
            return true;
    }
    return false;
}

/* Of an act of the whole letter beside acts of the question's own: the rest, and that it is held.
 */
static bool goes_with_own(const struct found_act *act)
{
    return act->scope == SCOPE_RESIDUAL || act->word == ACT_WORD_HOLD ||
           act->word == ACT_WORD_EFFORT || act->word == ACT_WORD_NOTICE;
}

/* Has each question an answer of its own? Then what is said of the whole letter is said of all. */
static bool are_all_answered(const struct letter_state *s)
{
    size_t unit;
    for (size_t i = 0; i < s->questions.count; i++)
        if (!has_own_outcome(s, (int)i) && !has_words(s, (int)i, &unit))
            return false;
    return true;
}

static void collect_acts(const struct letter_state *s, struct block *b)
{
    bool has_own = b->question != WHOLE_LETTER && (has_own_outcome(s, b->question) || b->has_words);
    bool is_for_all = has_own && are_all_answered(s);
    for (size_t i = 0; i < s->acts.count; i++) {
        const struct found_act *act = &s->acts.items[i];
        if (act->why_not)
            continue;
        bool is_general = question_set_is_empty(&act->questions);
        if (is_own_act(act, b->question) ||
            (is_general &&
             (!has_own || goes_with_own(act) ||
              (is_for_all && act->word == ACT_WORD_NCND && act->weight == WEIGHT_DECISIVE))))
            add_act(s, b, act);
    }
}

static bool is_relied(const struct cited *cited)
{
    return cited->status == CITED_RELIED || cited->status == CITED_RESIDUAL;
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

static void settle_supporting(struct block *b)
{
    if (!has_decisive(b, ACT_WORD_NCND) && has(b, ACT_WORD_REST))
        drop(b, ACT_WORD_NCND);
    if (b->first[ACT_WORD_GIVE] && b->first[ACT_WORD_GIVE]->weight == WEIGHT_BOILERPLATE)
        drop(b, ACT_WORD_GIVE);
    bool is_denied = has_decisive(b, ACT_WORD_NOT_HELD) || has_decisive(b, ACT_WORD_NO_USE) ||
                     has_decisive(b, ACT_WORD_NO);
    bool is_settled = is_denied || has_decisive(b, ACT_WORD_VEX) ||
                      has_decisive(b, ACT_WORD_NCND) || has_decisive(b, ACT_WORD_EXTEND) ||
                      has_decisive(b, ACT_WORD_CLARIFY) || has_decisive(b, ACT_WORD_TRANSFER) ||
                      has_decisive(b, ACT_WORD_COST1);
    if (!has_decisive(b, ACT_WORD_GIVE) && is_settled)
        drop(b, ACT_WORD_GIVE);
    if (!has_decisive(b, ACT_WORD_WITHHOLD) && (is_settled || has_decisive(b, ACT_WORD_GIVE)))
        drop(b, ACT_WORD_WITHHOLD);
    bool has_other =
        is_settled || has_decisive(b, ACT_WORD_GIVE) || has_decisive(b, ACT_WORD_WITHHOLD);
    if (!has_decisive(b, ACT_WORD_S21) && has_other)
        drop(b, ACT_WORD_S21);
    if (!has_decisive(b, ACT_WORD_S22) && has_other)
        drop(b, ACT_WORD_S22);
    if (!has_decisive(b, ACT_WORD_HOLD) && (is_denied || has_decisive(b, ACT_WORD_NCND)))
        drop(b, ACT_WORD_HOLD);
    if (!has_decisive(b, ACT_WORD_COST1) && has_decisive(b, ACT_WORD_NOT_HELD))
        drop(b, ACT_WORD_COST1);
}

/* What is said of itself by being said of something else. */
static void derive(const struct letter_state *s, struct block *b)
{
    bool on_use = asks_use(s, b->question);
    if (has(b, ACT_WORD_YES)) {
        add_fact(b, ACT_WORD_GIVE, b->first[ACT_WORD_YES]);
        if (on_use)
            add_fact(b, ACT_WORD_USE, b->first[ACT_WORD_YES]);
    }
    if (has(b, ACT_WORD_NO) && on_use)
        add_fact(b, ACT_WORD_NO_USE, b->first[ACT_WORD_NO]);
    if (has(b, ACT_WORD_FORMAT) && has(b, ACT_WORD_EFFORT) && !(b->decisive & outcomes()))
        add_fact(b, ACT_WORD_COST1, b->first[ACT_WORD_EFFORT]);
    if (has(b, ACT_WORD_ZERO)) {
        if (!(b->decisive & outcomes()) || has(b, ACT_WORD_GIVE))
            b->flags |= coding_flag(s->tables, "zero_answer");
        if (!(b->facts & outcomes()))
            add_fact(b, ACT_WORD_GIVE, b->first[ACT_WORD_ZERO]);
    }
    fact_set other = (outcomes() | words_on_holding()) &
                     ~(fact_bit(ACT_WORD_HOLD) | fact_bit(ACT_WORD_PART) | fact_bit(ACT_WORD_REST));
    if (!(b->facts & (other | fact_bit(ACT_WORD_PART))) && b->has_words)
        add_fact(b, ACT_WORD_GIVE, NULL);
}

static void cite_facts(const struct letter_state *s, struct block *b)
{
    bool is_foisa = s->context->regime == ACT_FOISA;
    for (size_t i = 0; i < b->cited_count; i++) {
        const char *text = b->cited[i]->text;
        struct slice section = citation_section(slice_of(text));
        bool is_told = is_relied(b->cited[i]);
        const struct exemption_row *row = exemption_row_of(s->exemptions, text, s->context->regime);
        if (!is_told && (slice_is(section, "12") || slice_is(section, "14")))
            continue;
        if (slice_is(section, is_foisa ? "25" : "21"))
            add_fact(b, ACT_WORD_S21, NULL);
        else if (slice_is(section, is_foisa ? "27" : "22") || slice_is(section, "22A"))
            add_fact(b, ACT_WORD_S22, NULL);
        else if (strncmp(text, "12(2)", 5) == 0)
            add_fact(b, ACT_WORD_COST2, NULL);
        else if (slice_is(section, "12"))
            add_fact(b, ACT_WORD_COST1, NULL);
        else if (slice_is(section, "14"))
            add_fact(b, ACT_WORD_VEX, NULL);
        else
            add_fact(b, row && row->is_ncnd ? FACT_CITES_NCND : FACT_CITES_OTHER, NULL);
    }
}

/* No duty to say whether: a refusal to say, unless halves of templates were joined. */
static void settle_no_duty(const struct letter_state *s, struct block *b)
{
    if (!has(b, ACT_WORD_NODUTY) || has(b, ACT_WORD_NCND))
        return;
    bool is_held = has(b, ACT_WORD_HOLD) || has(b, ACT_WORD_GIVE);
    if (is_held && has(b, FACT_CITES_OTHER) && !has(b, FACT_CITES_NCND)) {
        b->flags |= coding_flag(s->tables, "template_hybrid");
        if (!has_decisive(b, ACT_WORD_GIVE))
            drop(b, ACT_WORD_GIVE);
        add_fact(b, ACT_WORD_WITHHOLD, b->first[ACT_WORD_NODUTY]);
        return;
    }
    if (has(b, ACT_WORD_REST) || has_decisive(b, ACT_WORD_VEX) || has_decisive(b, ACT_WORD_COST1) ||
        has(b, ACT_WORD_COST2))
        return;
    add_fact(b, ACT_WORD_NCND, b->first[ACT_WORD_NODUTY]);
    b->decisive |= fact_bit(ACT_WORD_NCND);
}

/* "Covert" is the rest only beside something that is said openly. */
static void settle_covert(struct block *b)
{
    const struct found_act *act = b->first[ACT_WORD_NCND];
    if (!act || act->scope != SCOPE_COVERT || !(b->facts & bases()))
        return;
    add_fact(b, ACT_WORD_REST, act);
    drop(b, ACT_WORD_NCND);
    drop(b, ACT_WORD_NODUTY);
    drop(b, ACT_WORD_USE_NCND);
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
    if (!(b->facts & (bases() | fact_bit(ACT_WORD_WITHHOLD))))
        return;
    drop(b, ACT_WORD_NCND);
    drop(b, ACT_WORD_NODUTY);
    drop(b, ACT_WORD_REST);
}

static void settle_formula(struct block *b)
{
    const struct found_act *held = b->first[ACT_WORD_HOLD];
    const struct found_act *no =
        b->first[ACT_WORD_NO] ? b->first[ACT_WORD_NO] : b->first[ACT_WORD_NO_USE];
    bool is_plain = !has(b, ACT_WORD_NOT_HELD) && !has(b, ACT_WORD_GIVE) &&
                    !has(b, ACT_WORD_WITHHOLD) && !has(b, ACT_WORD_NCND);
    if (held && has(b, ACT_WORD_HOLD) && no && held->begin < no->begin && is_plain)
        add_fact(b, FACT_FORMULA, held);
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
            add_fact(b, FACT_APART, act);
}

static void find_use(const struct letter_state *s, struct block *b)
{
    static const struct {
        int fact;
        enum position use;
    } uses[] = {{ACT_WORD_USE, POSITION_CONFIRM},
                {ACT_WORD_NO_USE, POSITION_DENY},
                {ACT_WORD_USE_NCND, POSITION_NCND}};
    b->use = POSITION_SILENT;
    for (size_t i = 0; i < sizeof uses / sizeof *uses; i++) {
        bool may_be = uses[i].use != POSITION_NCND || has(b, ACT_WORD_NCND);
        if (!has(b, uses[i].fact) || !may_be)
            continue;
        if (b->use == POSITION_SILENT) {
            b->use = uses[i].use;
            b->use_act = b->first[uses[i].fact];
        } else
            b->flags |= coding_flag(s->tables, "use_unsure");
    }
}

static void flag_doubts(const struct letter_state *s, struct block *b)
{
    if (has(b, ACT_WORD_DOUBT))
        b->flags |= coding_flag(s->tables, "doubtful_denial");
    if (has(b, ACT_WORD_UNCLEAR))
        b->flags |= coding_flag(s->tables, "unclear_answer");
}

static void set_derived(struct block *b)
{
    fact_set base = b->facts & (bases() | fact_bit(ACT_WORD_WITHHOLD) | fact_bit(ACT_WORD_VEX));
    if (b->facts & outcomes())
        b->facts |= fact_bit(FACT_OUTCOME);
    if (b->facts & (outcomes() | words_on_holding()))
        b->facts |= fact_bit(FACT_DECISION);
    if (base)
        b->facts |= fact_bit(FACT_BASE);
    if (b->question == WHOLE_LETTER)
        b->facts |= fact_bit(FACT_WHOLE);
}

static bool is_covered(const struct block *b, const struct cited *cited)
{
    for (size_t i = 0; i < b->cited_count; i++)
        if (citation_begins_with(slice_of(b->cited[i]->text), slice_of(cited->text)))
            return true;
    return false;
}

static void add_cited(struct block *b, const struct cited *cited)
{
    if (b->cited_count == BLOCK_CITED_MAX || is_covered(b, cited))
        return;
    size_t kept = 0; /* a bare section adds nothing beside its subsection */
    for (size_t i = 0; i < b->cited_count; i++)
        if (!citation_begins_with(slice_of(cited->text), slice_of(b->cited[i]->text)))
            b->cited[kept++] = b->cited[i];
    b->cited_count = kept;
    b->cited[b->cited_count++] = cited;
}

/* Does it stand with the words that leave the rest open, in their sentence or in the list below? */
static bool is_of_rest(const struct letter_state *s, const struct block *b,
                       const struct cited *cited)
{
    const struct found_act *rest = b->first[ACT_WORD_REST];
    if (!rest || cited->unit < rest->unit)
        return false;
    for (size_t i = rest->unit + 1; i <= cited->unit; i++)
        if (s->units.items[i].zone != ZONE_EXEMPTIONS && s->units.items[i].zone != ZONE_RESIDUAL)
            return false;
    return true;
}

static bool is_cited_for(const struct block *b, const struct cited *cited, bool has_own)
{
    if (b->question == WHOLE_LETTER || question_set_has(&cited->questions, (size_t)b->question))
        return true;
    return question_set_is_empty(&cited->questions) &&
           (!has_own || cited->status == CITED_RESIDUAL);
}

static bool may_be_described(const struct letter_state *s, const struct cited *cited)
{
    struct slice section = citation_section(slice_of(cited->text));
    enum letter_zone zone = s->units.items[cited->unit].zone;
    bool is_exemption =
        !slice_is(section, "12") && !slice_is(section, "14") && !slice_is(section, "21");
    return is_exemption && zone != ZONE_ANNEX && zone != ZONE_FOOTER && zone != ZONE_COMPLAINT &&
           zone != ZONE_ADVICE && zone != ZONE_HISTORY;
}

static void collect_cited(const struct letter_state *s, struct block *b)
{
    bool has_own = false;
    for (size_t i = 0; i < s->cited.count && b->question != WHOLE_LETTER; i++)
        has_own |= is_relied(&s->cited.items[i]) &&
                   question_set_has(&s->cited.items[i].questions, (size_t)b->question);
    for (size_t i = 0; i < s->cited.count; i++)
        if (is_relied(&s->cited.items[i]) &&
            (is_cited_for(b, &s->cited.items[i], has_own) || is_of_rest(s, b, &s->cited.items[i])))
            add_cited(b, &s->cited.items[i]);
    bool needs_any = b->facts & (fact_bit(ACT_WORD_NCND) | fact_bit(ACT_WORD_NODUTY) |
                                 fact_bit(ACT_WORD_WITHHOLD) | fact_bit(ACT_WORD_REST));
    /* Nowhere relied on in so many words: what the reasons describe. */
    static const enum cited_status second_best[] = {CITED_MENTIONED, CITED_DESCRIBED};
    for (size_t pass = 0; pass < 2 && needs_any && b->cited_count == 0; pass++)
        for (size_t i = 0; i < s->cited.count; i++)
            if (s->cited.items[i].status == second_best[pass] &&
                may_be_described(s, &s->cited.items[i]) &&
                is_cited_for(b, &s->cited.items[i], false))
                add_cited(b, &s->cited.items[i]);
}

void block_collect(const struct letter_state *state, int question, struct block *ret)
{
    *ret = (struct block){.question = question, .use = POSITION_SILENT};
    ret->has_words = has_words(state, question, &ret->words_unit);
    collect_acts(state, ret);
    if (question == WHOLE_LETTER && !(ret->facts & (outcomes() | words_on_holding())) &&
        has_figures(state))
        add_fact(ret, ACT_WORD_GIVE, NULL);
    collect_cited(state, ret);
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
    derive(state, ret);
    cite_facts(state, ret);
    settle_supporting(ret);
    settle_no_duty(state, ret);
    settle_covert(ret);
    settle_person(state, ret);
    settle_formula(ret);
    settle_apart(state, ret);
    find_use(state, ret);
    flag_doubts(state, ret);
    set_derived(ret);
}

bool block_collect_earlier(const struct letter_state *state, struct block *ret)
{
    *ret = (struct block){.question = WHOLE_LETTER, .use = POSITION_SILENT};
    for (size_t i = 0; i < state->acts.count; i++) {
        const struct found_act *act = &state->acts.items[i];
        bool is_told =
            act->mood == MOOD_REPORTED || state->units.items[act->unit].zone == ZONE_HISTORY;
        if (act->why_not && !act->is_beaten && is_told && act->mood != MOOD_CONDITIONAL &&
            is_outcome(act) && act->word != ACT_WORD_UPHOLD)
            add_fact(ret,
                     act->scope == SCOPE_RESIDUAL && is_refusal_to_say(act->word) ? ACT_WORD_REST
                                                                                  : (int)act->word,
                     act);
    }
    for (size_t i = 0; i < state->cited.count; i++)
        if (state->cited.items[i].status == CITED_NOT_RELIED || is_relied(&state->cited.items[i]) ||
            state->units.items[state->cited.items[i].unit].zone == ZONE_HISTORY)
            if (state->cited.items[i].status != CITED_PROCEDURAL &&
                state->cited.items[i].status != CITED_OTHER_LAW)
                add_cited(ret, &state->cited.items[i]);
    cite_facts(state, ret);
    settle_no_duty(state, ret);
    set_derived(ret);
    return ret->facts >> FACT_OUTCOME & 1;
}
