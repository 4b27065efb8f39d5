/* SPDX-License-Identifier: MIT */
#include "letters/row.h"

#include "base/text.h"

enum { SPANS_MAX = 64 };

/* One row while it is made. */
struct making {
    const struct letter_state *s;
    struct arena *arena;
    const struct block *block;
    struct letter_row *row;
    struct letter_field_span spans[SPANS_MAX];
    size_t span_count;
    uint64_t flags;
};

static const char *word_of(const struct vocabulary *words, int code)
{
    return code < 0 ? "" : words->words[code];
}

static void add_span(struct making *m, enum letter_field field, size_t begin, size_t end)
{
    if (m->span_count < SPANS_MAX && end > begin)
        m->spans[m->span_count++] =
            (struct letter_field_span){field, folded_origin(&m->s->folded, begin, end)};
}

static void add_act_span(struct making *m, enum letter_field field, const struct found_act *act)
{
    if (act)
        add_span(m, field, act->begin, act->end);
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

/* The act that the rule rests on. */
static const struct found_act *deciding(const struct block *b, const struct coding_rule *rule)
{
    for (size_t i = 0; i < rule->need_count; i++) {
        const struct found_act *act = first_of(b, rule->needs[i] & b->facts);
        if (act)
            return act;
    }
    return NULL;
}

static void set_exemptions(struct making *m, enum position position, bool is_partial)
{
    const struct block *b = m->block;
    char text[BLOCK_CITED_MAX * CITATION_BYTES] = "";
    bool relies = b->facts &
                  (fact_bit(ACT_WORD_WITHHOLD) | fact_bit(ACT_WORD_NCND) |
                   fact_bit(ACT_WORD_NODUTY) | fact_bit(ACT_WORD_REST) | fact_bit(ACT_WORD_COST1) |
                   fact_bit(ACT_WORD_COST2) | fact_bit(ACT_WORD_VEX) | fact_bit(ACT_WORD_S21) |
                   fact_bit(ACT_WORD_S22) | fact_bit(FACT_CITES_OTHER) | fact_bit(FACT_CITES_NCND));
    bool is_denied =
        position == POSITION_DENY && !is_partial && !(b->facts & fact_bit(ACT_WORD_NCND));
    for (size_t i = 0; i < b->cited_count && relies && !is_denied; i++) {
        text_add(text, sizeof text, "%s%s", *text ? ";" : "", b->cited[i]->text);
        add_span(m, LETTER_EXEMPTIONS, b->cited[i]->begin, b->cited[i]->end);
        if (b->cited[i]->is_odd)
            m->flags |= coding_flag(m->s->tables, "odd_citation");
    }
    m->row->values[LETTER_EXEMPTIONS] = arena_copy(m->arena, slice_of(text));
}

static void set_tests(struct making *m)
{
    struct block_tests tests = block_tests_of(m->s, m->block);
    bool relies =
        *m->row->values[LETTER_EXEMPTIONS] != '\0' || m->block->facts & fact_bit(ACT_WORD_NCND);
    const char *none = m->s->is_whole && !(tests.is_elsewhere && relies) ? "no" : "";
    const struct unit *const places[] = {tests.harm, tests.public_interest};
    static const enum letter_field fields[] = {LETTER_HARM_TEST, LETTER_PUBLIC_INTEREST_TEST};
    for (size_t i = 0; i < 2; i++) {
        bool is_set_out = places[i] && relies && !tests.is_elsewhere;
        m->row->values[fields[i]] = is_set_out ? "yes" : none;
        if (is_set_out)
            add_span(m, fields[i], places[i]->begin, places[i]->end);
    }
}

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

static void set_partial(struct making *m, const struct coding_rule *rule, int stance,
                        fact_set facts)
{
    const char *value = "";
    enum position position = stance < 0 ? POSITION_SILENT : stance_position((enum stance)stance);
    bool is_rest = rule->may_be_partial && facts >> ACT_WORD_REST & 1;
    bool says = position == POSITION_CONFIRM || position == POSITION_DENY;
    if (rule->is_partial || is_rest) {
        value = "yes";
        add_act_span(m, LETTER_PARTIAL_NCND, m->block->first[ACT_WORD_REST]);
    } else if (says && m->s->is_whole)
        value = "no";
    m->row->values[LETTER_PARTIAL_NCND] = value;
}

static void set_found(struct making *m, enum letter_field field, const struct found_value *found)
{
    m->row->values[field] = found->value ? found->value : "";
    if (!*m->row->values[field])
        return;
    bool is_told = m->s->flags & coding_flag(m->s->tables, "date_from_address");
    if (found->is_from_file && !is_told)
        m->flags |= coding_flag(m->s->tables, "from_file");
    else if (m->span_count < SPANS_MAX)
        m->spans[m->span_count++] = (struct letter_field_span){field, found->place};
}

static void set_head(struct making *m)
{
    const struct letter_state *s = m->s;
    m->row->values[LETTER_STAGE] = word_of(&stages, (int)s->stage);
    if (s->stage_place.end > s->stage_place.begin && m->span_count < SPANS_MAX)
        m->spans[m->span_count++] = (struct letter_field_span){LETTER_STAGE, s->stage_place};
    set_found(m, LETTER_REFERENCE, &s->reference);
    set_found(m, LETTER_DATE_RECEIVED, &s->received);
    set_found(m, LETTER_DATE_RESPONDED, &s->responded);
}

static void set_statements(struct making *m, enum held_statement held)
{
    static const int says[] = {[HELD_CONFIRM] = ACT_WORD_HOLD,
                               [HELD_DENY] = ACT_WORD_NOT_HELD,
                               [HELD_NCND] = ACT_WORD_NCND};
    static const char *const uses[] = {[POSITION_CONFIRM] = "confirm",
                                       [POSITION_DENY] = "deny",
                                       [POSITION_NCND] = "ncnd",
                                       [POSITION_SILENT] = ""};
    m->row->values[LETTER_HELD_STATEMENT] = word_of(&held_statements, (int)held);
    if (held != HELD_NONE)
        add_act_span(m, LETTER_HELD_STATEMENT, m->block->first[says[held]]);
    m->row->values[LETTER_USE_STATEMENT] = uses[m->block->use];
    if (m->block->use != POSITION_SILENT)
        add_act_span(m, LETTER_USE_STATEMENT, m->block->use_act);
}

/* The unit whose words decide, or NULL. */
static const struct unit *main_unit(const struct making *m, const struct coding_rule *rule)
{
    const struct found_act *act = deciding(m->block, rule);
    const struct unit *units = m->s->units.items;
    if (act)
        return &units[act->unit];
    if (m->block->has_words)
        return &units[m->block->words_unit];
    return m->block->cited_count ? &units[m->block->cited[0]->unit] : NULL;
}

static void set_main(struct making *m, const struct coding_rule *rule)
{
    const struct unit *unit = main_unit(m, rule);
    if (!unit)
        return;
    m->row->main = folded_origin(&m->s->folded, unit->begin, unit->end);
    add_act_span(m, LETTER_STANCE, deciding(m->block, rule));
    if (!deciding(m->block, rule))
        add_span(m, LETTER_STANCE, unit->begin, unit->end);
}

static const char *confidence_class(const struct making *m, const struct coding_rule *rule)
{
    const struct found_act *act = deciding(m->block, rule);
    bool is_decisive = act && act->weight == WEIGHT_DECISIVE;
    size_t agreeing = 0;
    for (size_t i = 0; i < rule->need_count; i++)
        for (int fact = 0; fact < FACT_COUNT; fact++)
            agreeing += (rule->needs[i] >> fact & 1) && (m->block->facts >> fact & 1)
                            ? m->block->acts_of[fact]
                            : 0;
    char text[64];
    text_fit(text, sizeof text, "%s %s %s %s", rule->id, is_decisive ? "decisive" : "supporting",
             agreeing > 1 ? "several" : "one", m->flags ? "flag" : "none");
    return arena_copy(m->arena, slice_of(text));
}

/* Another reading, of the same words. */
struct outcome {
    const struct coding_rule *rule; /* which fields it decides by */
    int stance;
    enum held_statement held;
    fact_set facts;
};

static bool is_topic_of_use(const struct block *block)
{
    return block->use != POSITION_SILENT;
}

/* Does the outcome rest on nothing decisive? Then a person looks. */
static bool is_weak(const struct block *block, const struct coding_rule *rule)
{
    const struct found_act *act = deciding(block, rule);
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

/* One test without the other: a sentence may have been taken for it, or missed. */
static bool is_test_unsure(const struct letter_row *row)
{
    return strcmp(row->values[LETTER_HARM_TEST], row->values[LETTER_PUBLIC_INTEREST_TEST]) != 0;
}

static void make_row(const struct letter_state *s, struct arena *arena, const struct block *block,
                     const struct outcome *outcome, char reading, uint64_t flags,
                     struct letter_row *row)
{
    struct making m = {.s = s,
                       .arena = arena,
                       .block = block,
                       .row = row,
                       .flags = flags | block->flags | s->flags};
    *row = (struct letter_row){.reading = reading, .coding_id = outcome->rule->id};
    row->question_id = block->question < 0 ? "" : s->questions.items[block->question].id;
    row->values[LETTER_STANCE] = word_of(&stances, outcome->stance);
    int use = block->use == POSITION_CONFIRM ? HELD_CONFIRM
              : block->use == POSITION_DENY  ? HELD_DENY
              : block->use == POSITION_NCND  ? HELD_NCND
                                             : -1;
    row->position = outcome->stance < 0
                        ? POSITION_SILENT
                        : shown_position((enum stance)outcome->stance, (int)outcome->held, use,
                                         is_topic_of_use(block));
    set_partial(&m, outcome->rule, outcome->stance, outcome->facts);
    set_statements(&m, outcome->held);
    bool is_partial = strcmp(row->values[LETTER_PARTIAL_NCND], "yes") == 0;
    set_exemptions(
        &m, outcome->stance < 0 ? POSITION_SILENT : stance_position((enum stance)outcome->stance),
        is_partial);
    if (outcome->stance == STANCE_OTHER)
        row->values[LETTER_EXEMPTIONS] = ""; /* nothing rests on them */
    set_tests(&m);
    if (is_weak(block, outcome->rule))
        m.flags |= coding_flag(s->tables, "weak_evidence");
    if (is_polarity_unsure(block))
        m.flags |= coding_flag(s->tables, "polarity_unsure");
    if (is_test_unsure(row))
        m.flags |= coding_flag(s->tables, "test_unsure");
    if (block->question >= 0 && s->questions.items[block->question].is_mapped_apart)
        m.flags |= coding_flag(s->tables, "question_map");
    if (outcome->stance == STANCE_NCND && is_wrong_test(s, block))
        m.flags |= coding_flag(s->tables, "test_of_the_wrong_thing");
    struct found_value link = {.value = ""};
    if (outcome->stance == STANCE_HELD_S21)
        link = link_find(s, block, &m.flags);
    set_found(&m, LETTER_LINK, &link);
    set_head(&m);
    set_main(&m, outcome->rule);
    row->confidence.class = confidence_class(&m, outcome->rule);
    row->flags = coding_flag_names(s->tables, m.flags, arena);
    row->review = reading == 'B' || coding_needs_review(s->tables, m.flags);
    struct letter_field_span *spans = arena_new(arena, m.span_count, sizeof *spans);
    memcpy(spans, m.spans, m.span_count * sizeof *spans);
    row->spans = spans;
    row->span_count = m.span_count;
}

static struct outcome outcome_of(const struct coding_rule *rule, fact_set facts)
{
    return (struct outcome){rule, rule->stance, coding_held(rule->held, facts), facts};
}

/* The other reading of a rule. False: there is none. */
static bool other_outcome(const struct letter_state *s, const struct block *b,
                          const struct coding_rule *rule, struct outcome *ret)
{
    if (rule->other == OTHER_STANCE) {
        *ret = (struct outcome){rule, rule->other_stance, coding_held(rule->other_held, b->facts),
                                b->facts};
        return true;
    }
    if (rule->other != OTHER_AS_REST)
        return false;
    fact_set refusals =
        fact_bit(ACT_WORD_NCND) | fact_bit(ACT_WORD_NODUTY) | fact_bit(ACT_WORD_USE_NCND);
    fact_set facts = (b->facts & ~refusals) | fact_bit(ACT_WORD_REST);
    *ret = outcome_of(coding_find(s->tables, facts), facts);
    return ret->stance >= 0;
}

/* The first answer stands: what it was. */
static struct outcome earlier_outcome(const struct letter_state *s, struct block *b,
                                      const struct coding_rule *rule, uint64_t *flags)
{
    struct block earlier;
    if (block_collect_earlier(s, &earlier)) {
        const struct coding_rule *its = coding_find(s->tables, earlier.facts);
        if (its->stance >= 0 && its->stance != STANCE_OTHER) {
            if (b->cited_count == 0 || !(b->facts & fact_bit(ACT_WORD_WITHHOLD))) {
                uint64_t kept = b->flags;
                *b = earlier;
                b->flags = kept;
            }
            return (struct outcome){its, its->stance, coding_held(its->held, earlier.facts),
                                    earlier.facts};
        }
    }
    *flags |= coding_flag(s->tables, "upheld_unseen");
    return (struct outcome){rule, rule->other_stance, HELD_NONE, b->facts};
}

struct row_list {
    struct letter_row *rows;
    size_t count, room;
};

static struct letter_row *add_row(struct arena *arena, struct row_list *list)
{
    list->rows = arena_grow(arena, list->rows, list->count, &list->room, sizeof *list->rows);
    return &list->rows[list->count++];
}

static void add_readings(const struct letter_state *s, struct arena *arena, struct block *b,
                         struct row_list *list)
{
    const struct coding_rule *rule = coding_find(s->tables, b->facts);
    uint64_t flags = rule->flags;
    struct outcome a, other;
    if (s->flags & coding_flag(s->tables, "welsh")) {
        rule = &s->tables->rules[s->tables->rule_count - 1];
        a = (struct outcome){rule, NO_STANCE, HELD_NONE, 0};
        flags = 0;
    } else if (rule->other == OTHER_EARLIER)
        a = earlier_outcome(s, b, rule, &flags);
    else if (rule->stance == NO_STANCE)
        return;
    else
        a = outcome_of(rule, b->facts);
    make_row(s, arena, b, &a, 'A', flags, add_row(arena, list));
    if (a.rule == rule && other_outcome(s, b, rule, &other)) {
        list->rows[list->count - 1].review = true;
        make_row(s, arena, b, &other, 'B', flags, add_row(arena, list));
    }
}

static bool is_alike(const struct letter_row *a, const struct letter_row *b)
{
    for (int field = 0; field < LETTER_FIELD_COUNT; field++)
        if (strcmp(a->values[field], b->values[field]) != 0)
            return false;
    return a->reading == b->reading;
}

/* All questions alike: one row for the whole letter. */
static void merge(struct row_list *list)
{
    size_t readings = list->count > 1 && list->rows[1].reading == 'B' ? 2 : 1;
    if (list->count <= readings || list->count % readings)
        return;
    for (size_t i = readings; i < list->count; i++)
        if (!is_alike(&list->rows[i], &list->rows[i % readings]))
            return;
    list->count = readings;
    for (size_t i = 0; i < readings; i++)
        list->rows[i].question_id = "";
}

static bool has_own_acts(const struct letter_state *s, int question)
{
    for (size_t i = 0; i < s->acts.count; i++)
        if (!s->acts.items[i].why_not &&
            question_set_has(&s->acts.items[i].questions, (size_t)question))
            return true;
    return false;
}

static void flag_all(const struct letter_state *s, struct letter_reading *reading,
                     struct row_list *list, const char *name)
{
    for (size_t i = 0; i < list->count; i++) {
        struct letter_row *row = &list->rows[i];
        const char *parts[] = {row->flags, *row->flags ? ";" : "", name};
        char *flags = arena_new(&reading->arena, strlen(row->flags) + strlen(name) + 2, 1), *at;
        at = flags;
        for (size_t k = 0; k < 3; k++)
            at = stpcpy(at, parts[k]);
        row->flags = flags;
        row->review |= coding_needs_review(s->tables, coding_flag(s->tables, name));
    }
}

void rows_make(const struct letter_state *state, struct letter_reading *reading)
{
    struct row_list list = {0};
    struct block block;
    bool is_numbered = false, passed_over = false;
    for (size_t i = 0; i < state->questions.count; i++)
        is_numbered |= has_own_acts(state, (int)i);
    for (size_t i = 0; i < state->questions.count && is_numbered; i++) {
        block_collect(state, (int)i, &block);
        /* The rest of what was said elsewhere is no answer to a question that nothing was said of.
         */
        bool is_rest_alone = block.facts >> ACT_WORD_REST & 1 && !(block.facts >> FACT_BASE & 1) &&
                             !(block.facts >> ACT_WORD_NCND & 1) && !has_own_acts(state, (int)i);
        bool is_passed_over =
            (!(block.facts >> FACT_DECISION & 1) && !block.has_words) || is_rest_alone;
        if (is_passed_over)
            passed_over = true;
        else
            add_readings(state, &reading->arena, &block, &list);
    }
    if (list.count == 0) {
        block_collect(state, WHOLE_LETTER, &block);
        add_readings(state, &reading->arena, &block, &list);
    } else if (passed_over)
        flag_all(state, reading, &list, "unanswered_question");
    merge(&list);
    reading->rows = list.rows;
    reading->row_count = list.count;
}
