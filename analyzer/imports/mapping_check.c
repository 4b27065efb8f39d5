/* SPDX-License-Identifier: MIT */
#include "imports/mapping_check.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "domain/name.h"
#include "imports/free_date.h"
#include "intake/contract.h"
#include "intake/value.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* The rows that an import makes, and what stands in them beside the columns of a pack. */
static const enum contract_file_no files[] = {FILE_RESPONSES, FILE_ACKNOWLEDGEMENTS,
                                              FILE_CIRCULATION};
static const char *const own_fields[] = {
    "file",   "title",         "tool_words",      "outcome", "decision_note", "key",
    "letter", "request_title", "default_request", "review",  "other_stance"};
enum { FILES = sizeof files / sizeof *files, OWN_FIELDS = sizeof own_fields / sizeof *own_fields };

static const struct column *contract_field(const char *field)
{
    for (size_t i = 0; i < FILES; i++)
        for (size_t j = 0; j < contract_files[files[i]].count; j++)
            if (strcmp(contract_files[files[i]].columns[j].name, field) == 0)
                return &contract_files[files[i]].columns[j];
    return NULL;
}

static bool is_built_in(const char *field)
{
    for (size_t i = 0; i < OWN_FIELDS; i++)
        if (strcmp(own_fields[i], field) == 0)
            return true;
    return contract_field(field) != NULL;
}

/* Do the profile's rules speak of it, or a column of the user's? */
static bool is_of_rules(const struct mapping *m, const char *field, bool with_columns)
{
    for (size_t i = 0; i < m->count; i++) {
        const struct map_rule *rule = &m->rules[i];
        bool says = !rule->line || (with_columns && rule->kind == MAP_COLUMN);
        if (says && strcmp(rule->field, field) == 0)
            return true;
    }
    return false;
}

static bool is_same_heading(const char *a, const char *b)
{
    return contract_same_header(slice_of(a), slice_of(b));
}

/* "Date responded" as date_responded, and "Replied" as what the profile takes that column for. */
static const char *known_field(const struct mapping *m, const char *field, bool with_columns)
{
    if (is_built_in(field) || is_of_rules(m, field, with_columns))
        return field;
    for (size_t i = 0; i < FILES; i++)
        for (size_t j = 0; j < contract_files[files[i]].count; j++)
            if (is_same_heading(contract_files[files[i]].columns[j].name, field))
                return contract_files[files[i]].columns[j].name;
    for (size_t i = 0; i < OWN_FIELDS; i++)
        if (is_same_heading(own_fields[i], field))
            return own_fields[i];
    for (size_t i = 0; i < m->count; i++)
        if (!m->rules[i].line && m->rules[i].kind == MAP_COLUMN &&
            is_same_heading(m->rules[i].from, field))
            return m->rules[i].field;
    return NULL;
}

struct checking {
    struct mapping *m;
    const struct map_rule *rule;
    mapping_knows_outcome *knows;
    void *context;
};

static bool fault(const struct checking *c, const char *words, const char *what, const char *advice)
{
    SCOPED_TEXT reason = memory_print("\"%s\" %s", SHOWN(words, 60), what);
    mapping_note(c->m, c->rule, reason, advice);
    return false;
}

static bool fault_of_field(const struct checking *c, const char *field)
{
    struct nearest_name nearest = nearest_begin(field);
    for (size_t i = 0; i < FILES; i++)
        for (size_t j = 0; j < contract_files[files[i]].count; j++)
            nearest_offer(&nearest, contract_files[files[i]].columns[j].name);
    for (size_t i = 0; i < OWN_FIELDS; i++)
        nearest_offer(&nearest, own_fields[i]);
    SCOPED_TEXT advice =
        nearest.name
            ? memory_print("Did you mean \"%s\"?", nearest.name)
            : memory_copy("Fields are the columns of responses.csv, outcome, title and their like: "
                          "docs/design/IMPORT.md lists them.");
    return fault(c, field, "is no field", advice);
}

/* "disclosed, held_exempt ..." */
static char *list_words(const struct vocabulary *words)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = memory_stream(&text, &length);
    for (size_t i = 0; words->words[i]; i++)
        fprintf(out, "%s%s", i ? ", " : "", words->words[i]);
    memory_stream_end(out);
    return text;
}

static bool check_word(const struct checking *c, const char *field, const char *value)
{
    static const char *const row_files[] = {"responses", "acknowledgements", "circulation", NULL};
    static const struct vocabulary file_names = {.name = "file", .words = row_files};
    const struct column *column = contract_field(field);
    const struct vocabulary *words = strcmp(field, "file") == 0 ? &file_names
                                     : column                   ? column->words
                                                                : NULL;
    bool is_empty = !*value;
    if (is_empty || strcmp(value, "*") == 0)
        return true;
    if (strcmp(field, "outcome") == 0)
        return c->knows(c->context, value) ||
               fault(c, value, "is no outcome that the program knows",
                     "Write a stance (ncnd, not_held, disclosed ...), note+=words for a note, or "
                     "\"left out: reason\".");
    if (words && vocabulary_code(words, slice_of(value)) < 0) {
        SCOPED_TEXT list = list_words(words);
        SCOPED_TEXT advice = memory_print("Write one of: %s.", list);
        SCOPED_TEXT what = memory_print("is no word for %s", field);
        return fault(c, value, what, advice);
    }
    return !column || column->type != COLUMN_YES_NO || yes_no_parse(slice_of(value)) >= 0 ||
           fault(c, value, "is neither yes nor no", "Write yes or no.");
}

/* The list with the names of fields as the program calls them; NULL: a fault was noted. The caller
 * frees. */
static char *check_assignments(const struct checking *c, const char *list, bool needs_field)
{
    struct slice rest = slice_of(list);
    struct map_assignment a;
    char *text = NULL;
    size_t length = 0, count = 0;
    bool ok = true;
    FILE *out = memory_stream(&text, &length);
    while (ok && map_next_assignment(&rest, &a)) {
        SCOPED_TEXT field = a.field.length ? slice_copy(a.field) : memory_copy(c->rule->field);
        SCOPED_TEXT value = slice_copy(a.value);
        const char *known = known_field(c->m, field, true);
        if (!a.field.length && needs_field)
            ok =
                fault(c, value, "names no field", "Write field=words, with \";\" between several.");
        else if (!known)
            ok = fault_of_field(c, field);
        else
            ok = needs_field || check_word(c, known, value);
        if (ok && a.field.length)
            fprintf(out, "%s%s%s%s", count++ ? "; " : "", known, a.adds ? "+=" : "=", value);
        else if (ok)
            fprintf(out, "%s%s", count++ ? "; " : "", value);
    }
    memory_stream_end(out);
    if (!ok) {
        free(text);
        text = NULL;
    }
    return text;
}

static bool is_one_of(const char *word, const char *const *list)
{
    for (; *list; list++)
        if (strcasecmp(word, *list) == 0)
            return true;
    return false;
}

static bool check_list(const struct checking *c, const char **list, bool needs_field)
{
    SCOPED_TEXT text = check_assignments(c, *list, needs_field);
    if (text)
        *list = arena_copy(&c->m->arena, slice_of(text));
    return text != NULL;
}

static bool ends_row(const char *to)
{
    return map_behind(to, "left out") || map_behind(to, "reject");
}

static bool check_to(const struct checking *c, struct map_rule *rule)
{
    static const char *const unknowns[] = {"keep", "empty", "review", NULL};
    if (rule->kind == MAP_VALUE)
        return ends_row(rule->to) || check_list(c, &rule->to, false);
    if (rule->kind == MAP_UNKNOWN)
        return ends_row(rule->to) || is_one_of(rule->to, unknowns) ||
               fault(c, rule->to, "says nothing of unknown words",
                     "Write keep, empty, review, reject or \"left out: reason\".");
    return rule->kind != MAP_CONSTANT || check_word(c, rule->field, rule->to);
}

static bool is_about_field(enum map_rule_kind kind)
{
    return kind == MAP_COLUMN || kind == MAP_VALUE || kind == MAP_CONSTANT || kind == MAP_UNKNOWN ||
           kind == MAP_NEEDS;
}

/* A column may be a field of the user's own, where a rule says what its words mean. */
static bool has_value_rule(const struct mapping *m, const char *field)
{
    for (size_t i = 0; i < m->count; i++)
        if (m->rules[i].line && m->rules[i].kind == MAP_VALUE &&
            strcmp(m->rules[i].field, field) == 0)
            return true;
    return false;
}

static bool check_rule(const struct checking *c, struct map_rule *rule)
{
    if (is_about_field(rule->kind)) {
        bool is_column = rule->kind == MAP_COLUMN;
        const char *known = known_field(c->m, rule->field, !is_column);
        if (!known && is_column && has_value_rule(c->m, rule->field))
            known = rule->field;
        if (!known)
            return fault_of_field(c, rule->field);
        rule->field = known;
    }
    return check_list(c, &rule->when, true) && check_to(c, rule);
}

void mapping_check(struct mapping *m, mapping_knows_outcome *knows, void *context)
{
    size_t kept = 0;
    for (size_t i = 0; i < m->count; i++) {
        struct map_rule rule = m->rules[i];
        const struct checking c = {m, &m->rules[i], knows, context};
        if (!rule.line || check_rule(&c, &rule))
            m->rules[kept++] = rule;
    }
    m->count = kept;
}

void mapping_check_use(struct mapping *m)
{
    for (size_t i = 0; i < m->count; i++) {
        const struct map_rule *rule = &m->rules[i];
        bool is_counted = rule->kind == MAP_COLUMN || rule->kind == MAP_IGNORE ||
                          rule->kind == MAP_VALUE || rule->kind == MAP_CONSTANT ||
                          rule->kind == MAP_UNKNOWN;
        if (!rule->line || !is_counted || *rule->used)
            continue;
        bool is_heading = rule->kind == MAP_COLUMN || rule->kind == MAP_IGNORE;
        mapping_note(m, rule,
                     is_heading                   ? "no table has a column of that heading"
                     : rule->kind == MAP_CONSTANT ? "every row has a value of its own"
                     : rule->kind == MAP_UNKNOWN  ? "every word of that field is known"
                                                  : "it held for no row",
                     is_heading ? "Write the heading as the file has it."
                     : rule->kind == MAP_VALUE
                         ? "Write the words as the file has them; another line "
                           "above it, or \"when\", may be what stops it."
                         : "Take the line away, or make it a value rule.");
    }
}
