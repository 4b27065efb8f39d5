/* SPDX-License-Identifier: MIT */
#include "letters/coding.h"

#include "letters/table_file.h"

#define CODING_PATH "datasets/reference/coding.csv"
#define FLAGS_PATH  "datasets/reference/flags.csv"

enum column {
    ID,
    NEEDS,
    LACKS,
    STANCE,
    PARTIAL,
    HELD,
    FLAGS,
    OTHER,
    OTHER_STANCE_CELL,
    OTHER_HELD
};

static const char *const columns[] = {"id",    "needs", "lacks",    "stance", "partial", "held",
                                      "flags", "b",     "b_stance", "b_held", NULL};

struct loading {
    struct coding_tables *tables;
    struct table_file table;
    struct error *err;
};

static bool fault(struct loading *l, const char *what, struct slice value)
{
    return error_set(l->err, ERROR_INPUT, l->table.path, l->table.row.line, NULL, "%s: \"%.*s\"",
                     what, (int)value.length, value.bytes);
}

static bool read_fact(struct loading *l, struct slice name, fact_set *ret)
{
    static const struct {
        const char *word;
        int fact;
    } facts[] = {
#define FACT_ROW(code, word) {word, code},
        ACT_WORDS(FACT_ROW) DERIVED_FACTS(FACT_ROW)
#undef FACT_ROW
    };
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        bool is_slot = i >= ACT_WORD_IF && i < ACT_WORD_COUNT;
        if (is_slot || !slice_is(name, facts[i].word))
            continue;
        *ret |= fact_bit(facts[i].fact);
        return true;
    }
    return fault(l, "no such fact", name);
}

static bool read_any(struct loading *l, struct slice text, fact_set *ret)
{
    struct slice name;
    while (slice_next_part(&text, '|', &name))
        if (!read_fact(l, name, ret))
            return false;
    return true;
}

static bool read_needs(struct loading *l, struct coding_rule *rule)
{
    struct slice rest = table_file_cell(&l->table, NEEDS), any;
    while (slice_next_part(&rest, ';', &any)) {
        if (rule->need_count == NEEDS_MAX)
            return fault(l, "too many needs", any);
        if (!read_any(l, any, &rule->needs[rule->need_count++]))
            return false;
    }
    return read_any(l, table_file_cell(&l->table, LACKS), &rule->lacks);
}

static bool read_held(struct loading *l, struct slice text, struct held_choice *ret)
{
    struct slice item;
    size_t count = 0;
    ret[0] = (struct held_choice){0, HELD_NONE};
    while (slice_next_part(&text, ';', &item)) {
        struct held_choice choice = {0, HELD_NONE};
        const char *equals = memchr(item.bytes, '=', item.length);
        struct slice word = item;
        if (equals) {
            struct slice fact = {item.bytes, (size_t)(equals - item.bytes)};
            word = (struct slice){equals + 1, item.length - fact.length - 1};
            if (!read_fact(l, fact, &choice.when))
                return false;
        }
        int held = vocabulary_code(&held_statements, word);
        if (held < 0 || count == HELD_CHOICES_MAX)
            return fault(l, "no such statement", word);
        choice.held = (enum held_statement)held;
        ret[count++] = choice;
    }
    return true;
}

static bool read_stance(struct loading *l, struct slice word, int *ret)
{
    *ret = word.length ? vocabulary_code(&stances, word) : NO_STANCE;
    return word.length == 0 || *ret >= 0 || fault(l, "no such stance", word);
}

static bool read_flags(struct loading *l, struct coding_rule *rule)
{
    struct slice rest = table_file_cell(&l->table, FLAGS), name;
    while (slice_next_part(&rest, ';', &name)) {
        size_t i = 0;
        while (i < l->tables->flag_count && !slice_is(name, l->tables->flags[i].name))
            i++;
        if (i == l->tables->flag_count)
            return fault(l, "no such flag", name);
        rule->flags |= (uint64_t)1 << i;
    }
    return true;
}

static bool read_other(struct loading *l, struct coding_rule *rule)
{
    static const char *const words[] = {[OTHER_NONE] = "",
                                        [OTHER_AS_REST] = "rest",
                                        [OTHER_STANCE] = "stance",
                                        [OTHER_EARLIER] = "earlier"};
    struct slice word = table_file_cell(&l->table, OTHER);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!slice_is(word, words[i]))
            continue;
        rule->other = (enum other_reading)i;
        return read_stance(l, table_file_cell(&l->table, OTHER_STANCE_CELL), &rule->other_stance) &&
               read_held(l, table_file_cell(&l->table, OTHER_HELD), rule->other_held);
    }
    return fault(l, "no such reading", word);
}

static bool add_rule(struct loading *l)
{
    struct coding_tables *t = l->tables;
    t->rules = arena_grow(&t->arena, t->rules, t->rule_count, &t->rule_room, sizeof *t->rules);
    struct coding_rule *rule = &t->rules[t->rule_count++];
    struct slice partial = table_file_cell(&l->table, PARTIAL);
    *rule = (struct coding_rule){.id = arena_copy(&t->arena, table_file_cell(&l->table, ID)),
                                 .is_partial = slice_is(partial, "yes"),
                                 .may_be_partial = slice_is(partial, "rest")};
    return read_needs(l, rule) && read_flags(l, rule) && read_other(l, rule) &&
           read_stance(l, table_file_cell(&l->table, STANCE), &rule->stance) &&
           read_held(l, table_file_cell(&l->table, HELD), rule->held);
}

static bool load_rules(struct loading *l)
{
    bool ok = table_file_open(CODING_PATH, columns, &l->table, l->err);
    while (ok && table_file_next(&l->table, l->err))
        ok = add_rule(l);
    ok = ok && l->table.row.event == CSV_END;
    table_file_close(&l->table);
    if (ok &&
        (l->tables->rule_count == 0 || l->tables->rules[l->tables->rule_count - 1].need_count))
        return error_set(l->err, ERROR_INPUT, CODING_PATH, 0, NULL,
                         "the last rule must always hold");
    return ok;
}

static bool load_flags(struct loading *l)
{
    static const char *const flag_columns[] = {"flag", "review", NULL};
    struct coding_tables *t = l->tables;
    bool ok = table_file_open(FLAGS_PATH, flag_columns, &l->table, l->err);
    while (ok && table_file_next(&l->table, l->err)) {
        struct slice name = table_file_cell(&l->table, 0), review = table_file_cell(&l->table, 1);
        ok = t->flag_count < FLAGS_MAX || fault(l, "too many flags", name);
        if (ok)
            t->flags[t->flag_count++] =
                (struct flag){arena_copy(&t->arena, name), slice_is(review, "yes")};
    }
    ok = ok && l->table.row.event == CSV_END;
    table_file_close(&l->table);
    return ok;
}

bool coding_load(struct coding_tables *ret, struct error *err)
{
    struct loading l = {.tables = ret, .err = err};
    return load_flags(&l) && load_rules(&l);
}

void coding_done(struct coding_tables *tables)
{
    arena_done(&tables->arena);
}

static bool holds(const struct coding_rule *rule, fact_set facts)
{
    for (size_t i = 0; i < rule->need_count; i++)
        if (!(rule->needs[i] & facts))
            return false;
    return !(rule->lacks & facts);
}

const struct coding_rule *coding_find(const struct coding_tables *tables, fact_set facts)
{
    const struct coding_rule *rule = tables->rules;
    while (!holds(rule, facts))
        rule++;
    return rule;
}

enum held_statement coding_held(const struct held_choice *choices, fact_set facts)
{
    for (size_t i = 0; i < HELD_CHOICES_MAX; i++)
        if (!choices[i].when || choices[i].when & facts)
            return choices[i].held;
    return HELD_NONE;
}

uint64_t coding_flag(const struct coding_tables *tables, const char *name)
{
    for (size_t i = 0; i < tables->flag_count; i++)
        if (strcmp(tables->flags[i].name, name) == 0)
            return (uint64_t)1 << i;
    internal_fault("%s: there is no flag %s", FLAGS_PATH, name);
}

bool coding_needs_review(const struct coding_tables *tables, uint64_t flags)
{
    for (size_t i = 0; i < tables->flag_count; i++)
        if (flags >> i & 1 && tables->flags[i].needs_review)
            return true;
    return false;
}

char *coding_flag_names(const struct coding_tables *tables, uint64_t flags, struct arena *arena)
{
    size_t length = 1;
    for (size_t i = 0; i < tables->flag_count; i++)
        length += flags >> i & 1 ? strlen(tables->flags[i].name) + 1 : 0;
    char *names = arena_new(arena, length, 1), *at = names;
    for (size_t i = 0; i < tables->flag_count; i++) {
        if (!(flags >> i & 1))
            continue;
        if (at > names)
            *at++ = ';';
        at = stpcpy(at, tables->flags[i].name);
    }
    return names;
}
