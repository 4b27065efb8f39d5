/* SPDX-License-Identifier: MIT */
#include "letters/row_making.h"

#include "base/text.h"
#include "letters/block_steps.h"
#include "letters/row.h"
#include "letters/row_doubts.h"

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

static void set_exemptions(struct making *m, enum position position, bool is_partial)
{
    const struct block *b = m->block;
    char text[BLOCK_CITED_MAX * CITATION_BYTES] = "";
    bool relies =
        b->facts &
        (fact_bit(ACT_WORD_WITHHOLD) | fact_bit(ACT_WORD_NCND) | fact_bit(ACT_WORD_NODUTY) |
         fact_bit(ACT_WORD_REST) | fact_bit(ACT_WORD_COST1) | fact_bit(ACT_WORD_COST2) |
         fact_bit(ACT_WORD_VEX) | fact_bit(ACT_WORD_S21) | fact_bit(ACT_WORD_S22) |
         fact_bit(ACT_WORD_EXTEND) | fact_bit(FACT_CITES_OTHER) | fact_bit(FACT_CITES_NCND));
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
    bool is_notice = m->block->facts & fact_bit(ACT_WORD_NOTICE); /* weighs what others relied on */
    bool relies = !is_notice && (*m->row->values[LETTER_EXEMPTIONS] != '\0' ||
                                 m->block->facts & fact_bit(ACT_WORD_NCND));
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
    if (m->block->use == POSITION_SILENT)
        return;
    const struct unit *words = &m->s->units.items[m->block->words_unit];
    if (m->block->use_act)
        add_act_span(m, LETTER_USE_STATEMENT, m->block->use_act);
    else
        add_span(m, LETTER_USE_STATEMENT, words->begin, words->end);
}

/* The unit whose words decide, or NULL. */
static const struct unit *main_unit(const struct making *m, const struct coding_rule *rule)
{
    const struct found_act *act = block_deciding(m->block, rule);
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
    add_act_span(m, LETTER_STANCE, block_deciding(m->block, rule));
    if (!block_deciding(m->block, rule))
        add_span(m, LETTER_STANCE, unit->begin, unit->end);
}

static const char *confidence_class(const struct making *m, const struct coding_rule *rule)
{
    const struct found_act *act = block_deciding(m->block, rule);
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

static enum position stated_by(enum stance stance, enum held_statement held, enum position use)
{
    static const int codes[] = {[POSITION_CONFIRM] = HELD_CONFIRM,
                                [POSITION_DENY] = HELD_DENY,
                                [POSITION_NCND] = HELD_NCND,
                                [POSITION_SILENT] = -1};
    return shown_position(stance, (int)held, codes[use], use != POSITION_SILENT);
}

static void set_values(struct making *m, const struct outcome *outcome)
{
    struct letter_row *row = m->row;
    bool is_decided = outcome->stance >= 0;
    enum stance stance = (enum stance)outcome->stance;
    row->values[LETTER_STANCE] = word_of(&stances, outcome->stance);
    row->position = is_decided ? stated_by(stance, outcome->held, m->block->use) : POSITION_SILENT;
    set_partial(m, outcome->rule, outcome->stance, outcome->facts);
    set_statements(m, outcome->held);
    set_exemptions(m, is_decided ? stance_position(stance) : POSITION_SILENT,
                   strcmp(row->values[LETTER_PARTIAL_NCND], "yes") == 0);
    if (!is_decided || outcome->stance == STANCE_OTHER || outcome->stance == STANCE_EXTENDED ||
        outcome->stance == STANCE_CLARIFICATION || outcome->stance == STANCE_TRANSFERRED)
        row->values[LETTER_EXEMPTIONS] = ""; /* nothing rests on them, or not yet */
    set_tests(m);
}

static void keep_spans(const struct making *m)
{
    struct letter_field_span *spans = arena_new(m->arena, m->span_count, sizeof *spans);
    memcpy(spans, m->spans, m->span_count * sizeof *spans);
    m->row->spans = spans;
    m->row->span_count = m->span_count;
}

void row_make(const struct letter_state *s, struct arena *arena, const struct block *block,
              const struct outcome *outcome, char reading, uint64_t flags, struct letter_row *row)
{
    struct making m = {.s = s,
                       .arena = arena,
                       .block = block,
                       .row = row,
                       .flags = flags | block->flags | s->flags};
    *row = (struct letter_row){.reading = reading, .coding_id = outcome->rule->id};
    row->question_id = block->asked < 0 ? "" : s->questions.items[block->asked].id;
    set_values(&m, outcome);
    m.flags |= row_doubts(s, block, outcome, row);
    struct found_value link = {.value = ""};
    if (outcome->stance == STANCE_HELD_S21)
        link = link_find(s, block, &m.flags);
    set_found(&m, LETTER_LINK, &link);
    set_head(&m);
    set_main(&m, outcome->rule);
    row->confidence.class = confidence_class(&m, outcome->rule);
    row->flags = coding_flag_names(s->tables, m.flags, arena);
    row->review = reading == 'B' || coding_needs_review(s->tables, m.flags);
    keep_spans(&m);
}
