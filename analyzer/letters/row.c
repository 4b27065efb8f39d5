/* SPDX-License-Identifier: MIT */
#include "letters/row.h"

#include "letters/row_making.h"

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
                earlier.asked = b->asked;
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
    row_make(s, arena, b, &a, 'A', flags, add_row(arena, list));
    if (a.rule == rule && other_outcome(s, b, rule, &other)) {
        list->rows[list->count - 1].review = true;
        row_make(s, arena, b, &other, 'B', flags, add_row(arena, list));
    }
}

static bool is_alike(const struct letter_row *a, const struct letter_row *b)
{
    for (int field = 0; field < LETTER_FIELD_COUNT; field++)
        if (strcmp(a->values[field], b->values[field]) != 0)
            return false;
    return a->reading == b->reading;
}

static struct slice main_words(const struct letter_state *s, const struct letter_row *row)
{
    return (struct slice){s->text->text + row->main.begin, row->main.end - row->main.begin};
}

/* Answers in words of their own, of one of which it is unsure whether it says yes or no. */
static bool may_differ(const struct letter_state *s, const struct row_list *list)
{
    bool is_unsure = false, is_apart = false;
    for (size_t i = 0; i < list->count; i++) {
        is_unsure |= strstr(list->rows[i].flags, "polarity_unsure") != NULL;
        is_apart |= !slice_equals(main_words(s, &list->rows[i]), main_words(s, &list->rows[0]));
    }
    return is_unsure && is_apart;
}

/* All questions alike: one row for the whole letter. */
static void merge(const struct letter_state *s, struct row_list *list)
{
    if (may_differ(s, list))
        return;
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
    bool is_one = !state->questions.is_given && state->questions.count == 1;
    for (size_t i = 0; i < state->questions.count && !is_one; i++)
        is_numbered |= has_own_acts(state, (int)i) || block_has_words(state, (int)i);
    for (size_t i = 0; i < state->questions.count && is_numbered; i++) {
        block_collect(state, block_source(state, (int)i), &block);
        block.asked = (int)i;
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
    merge(state, &list);
    reading->rows = list.rows;
    reading->row_count = list.count;
}
