/* SPDX-License-Identifier: MIT */
#include "imports/mapping.h"

#include "base/embedded.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "domain/name.h"
#include "intake/contract.h"
#include "reader/csv_reader.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char folder[] = "datasets/profiles/", ending[] = ".map.csv";

static const char *const rule_words[] = {
#define MAP_RULE_WORD(code, word) word,
    MAP_RULES(MAP_RULE_WORD)
#undef MAP_RULE_WORD
};

enum { RULE, FIELD_NAME, FROM, WHEN, TO, MAP_COLUMNS };
static const char *const map_columns[] = {"rule", "field", "from", "when", "to"};

struct map_file {
    bool is_own; /* the user's */
    const char *name;
    struct slice bytes;
    struct mapping *into;
    size_t fields[MAP_COLUMNS];
};

const char *map_rule_word(enum map_rule_kind kind)
{
    return rule_words[kind];
}

const char *map_behind(const char *text, const char *words)
{
    size_t length = strlen(words);
    if (strncasecmp(text, words, length) != 0)
        return NULL;
    return text + length + strspn(text + length, ": ");
}

void mapping_note(struct mapping *m, const struct map_rule *rule, const char *reason,
                  const char *advice)
{
    bool is_of_column = rule->kind == MAP_COLUMN || rule->kind == MAP_IGNORE;
    m->notes = arena_grow(&m->arena, m->notes, m->note_count, &m->note_room, sizeof *m->notes);
    m->notes[m->note_count++] =
        (struct map_note){.line = rule->line,
                          .rule = rule_words[rule->kind],
                          .field = rule->field,
                          .value = *rule->from || is_of_column ? rule->from : rule->to,
                          .reason = arena_copy(&m->arena, slice_of(reason)),
                          .advice = arena_copy(&m->arena, slice_of(advice))};
}

static bool has_words(const char *text)
{
    return *text != '\0';
}

/* A line of a list to fill in that nobody has filled in says nothing. */
static bool is_open(const struct map_rule *rule)
{
    return rule->kind == MAP_COLUMN || rule->kind == MAP_NEEDS
               ? !has_words(rule->field)
               : rule->kind != MAP_IGNORE && !has_words(rule->to);
}

static bool check_rule(const struct map_file *file, const struct map_rule *rule, long line,
                       struct error *err)
{
    bool is_about_field = rule->kind == MAP_VALUE || rule->kind == MAP_CONSTANT ||
                          rule->kind == MAP_UNKNOWN || rule->kind == MAP_NEEDS;
    if (is_about_field && !has_words(rule->field))
        return error_set(err, ERROR_INPUT, file->name, line, "Name it in the column \"field\".",
                         "the rule \"%s\" is about no field", rule_words[rule->kind]);
    bool needs_from =
        rule->kind == MAP_VALUE || rule->kind == MAP_COLUMN || rule->kind == MAP_IGNORE;
    if (needs_from && !has_words(rule->from))
        return error_set(err, ERROR_INPUT, file->name, line,
                         "Write into \"from\" what stands in the export: a heading, a value, or * "
                         "for any value.",
                         "the rule \"%s\" does not say of what", rule_words[rule->kind]);
    if (rule->kind == MAP_DATES && strcmp(rule->to, "day_first") != 0 &&
        strcmp(rule->to, "month_first") != 0)
        return error_set(err, ERROR_INPUT, file->name, line, "Write day_first or month_first.",
                         "\"%s\" is no order of dates", SHOWN(rule->to, 60));
    return true;
}

static const char *fold(struct mapping *m, const struct map_rule *rule)
{
    char folded[NAME_BYTES];
    if (rule->kind == MAP_COLUMN || rule->kind == MAP_IGNORE)
        contract_fold_header(slice_of(rule->from), folded);
    else
        name_fold(slice_of(rule->from), folded);
    return arena_copy(&m->arena, slice_of(folded));
}

static void keep_rule(struct mapping *m, struct map_rule *rule)
{
    if (rule->kind == MAP_VERSION)
        m->version = rule->to;
    if (rule->kind == MAP_STATEMENTS)
        m->statements = rule->to;
    rule->folded = fold(m, rule);
    rule->used = arena_new(&m->arena, 1, sizeof *rule->used);
    *rule->used = 0;
    m->rules = arena_grow(&m->arena, m->rules, m->count, &m->room, sizeof *m->rules);
    m->rules[m->count++] = *rule;
}

/* Values go into "to", and so does what a column means where somebody fills in a list. */
static void take_field_from_to(struct map_rule *rule)
{
    if (rule->kind != MAP_COLUMN || has_words(rule->field) || !has_words(rule->to))
        return;
    if (strcasecmp(rule->to, "ignore") == 0 || strcasecmp(rule->to, "not used") == 0)
        rule->kind = MAP_IGNORE;
    else
        rule->field = rule->to;
}

static const char *how_to_fill_in(const struct map_rule *rule)
{
    return rule->kind == MAP_COLUMN
               ? "Write what the column is into \"field\" (outcome, date_responded, note ...), or "
                 "make the rule \"ignore\"."
               : "Write what it means into \"to\": a word, field=value, or \"left out: reason\".";
}

static bool take_row(struct map_file *file, const struct csv_row *row, struct error *err)
{
    struct mapping *m = file->into;
    const char *cells[MAP_COLUMNS];
    for (size_t i = 0; i < MAP_COLUMNS; i++)
        cells[i] = file->fields[i] < row->count
                       ? arena_copy(&m->arena, slice_trim(row->fields[file->fields[i]]))
                       : "";
    struct map_rule rule = {.line = file->is_own ? row->line : 0,
                            .field = cells[FIELD_NAME],
                            .from = cells[FROM],
                            .when = cells[WHEN],
                            .to = cells[TO]};
    while (rule.kind < MAP_RULE_KINDS && strcasecmp(cells[RULE], rule_words[rule.kind]) != 0)
        rule.kind++;
    if (rule.kind == MAP_RULE_KINDS)
        return error_set(err, ERROR_INPUT, file->name, row->line,
                         "Rules are version, column, ignore, needs, constant, value, unknown and "
                         "dates.",
                         "there is no rule \"%s\"", SHOWN(cells[RULE], 60));
    take_field_from_to(&rule);
    if (is_open(&rule)) {
        mapping_note(m, &rule, "the line is not filled in", how_to_fill_in(&rule));
        return true;
    }
    if (!check_rule(file, &rule, row->line, err))
        return false;
    keep_rule(m, &rule);
    return true;
}

static bool find_columns(struct map_file *file, const struct csv_reader *reader, struct error *err)
{
    const struct slice *header;
    size_t count = csv_reader_header(reader, &header);
    for (size_t i = 0; i < MAP_COLUMNS; i++) {
        size_t at = 0;
        while (at < count && !slice_is(header[at], map_columns[i]))
            at++;
        if (at == count && i != WHEN)
            return error_set(err, ERROR_INPUT, file->name, csv_reader_header_line(reader),
                             "A mapping file has the columns rule, field, from, when, to and note.",
                             "there is no column \"%s\"", map_columns[i]);
        file->fields[i] = at;
    }
    return true;
}

static bool read_rows(struct map_file *file, struct error *err)
{
    struct csv_reader *reader = NULL;
    if (!csv_reader_open(file->name, file->bytes, &reader, err))
        return false;
    struct csv_row row;
    bool ok = find_columns(file, reader, err);
    for (csv_reader_next(reader, &row); ok && row.event != CSV_END; csv_reader_next(reader, &row))
        ok = row.event == CSV_ROW ? take_row(file, &row, err)
                                  : error_set(err, ERROR_INPUT, file->name, row.line,
                                              row.fault.suggestion, "%s", row.fault.message);
    csv_reader_free(reader);
    return ok;
}

static bool read_own(struct mapping *m, const char *path, struct error *err)
{
    int fd = -1;
    struct file_text text = {0};
    struct file_reason reason;
    if (file_open_named(path, &fd, &reason) != FILE_OPENED || !file_read(fd, &text, &reason))
        return error_set(err, ERROR_INPUT, path, 0,
                         "Give a mapping file, such as the unmapped.map.csv of an earlier run.",
                         "%s", reason.text);
    struct map_file file = {
        .is_own = true, .name = path, .bytes = {text.bytes, text.length}, .into = m};
    bool ok = read_rows(&file, err);
    file_text_done(&text);
    return ok;
}

char *mapping_list_profiles(void)
{
    char *list = memory_copy("");
    size_t count = 0;
    for (size_t i = 0; i < embedded_count; i++) {
        struct slice path = slice_of(embedded_files[i].path);
        if (strncmp(path.bytes, folder, strlen(folder)) != 0 || !slice_ends_with(path, ending))
            continue;
        char *longer = memory_print("%s%s%.*s", list, count++ ? ", " : "",
                                    (int)(path.length - strlen(folder) - strlen(ending)),
                                    path.bytes + strlen(folder));
        free(list);
        list = longer;
    }
    return list;
}

bool mapping_load(const char *profile, const char *path, struct mapping *ret, struct error *err)
{
    *ret = (struct mapping){.version = ""};
    SCOPED_TEXT name = memory_print("%s%s%s", folder, profile, ending);
    const struct embedded_file *own = embedded_find(name);
    if (!own || strchr(profile, '/')) {
        SCOPED_TEXT list = mapping_list_profiles();
        SCOPED_TEXT next = memory_print("Profiles: %s.", list);
        return error_set(err, ERROR_USAGE, NULL, 0, next, "there is no profile \"%s\"",
                         SHOWN(profile, 60));
    }
    if (path && !read_own(ret, path, err))
        return false;
    struct map_file file = {
        .name = name, .bytes = {(const char *)own->bytes, own->size}, .into = ret};
    if (!read_rows(&file, err))
        return false;
    for (size_t i = ret->count; i-- > 0;) /* the first one counts */
        if (ret->rules[i].kind == MAP_DATES)
            ret->is_month_first = strcmp(ret->rules[i].to, "month_first") == 0;
    return true;
}

void mapping_done(struct mapping *m)
{
    arena_done(&m->arena);
}

bool map_next_assignment(struct slice *rest, struct map_assignment *ret)
{
    struct slice part;
    do {
        if (!slice_next_part(rest, ';', &part))
            return false;
        part = slice_trim(part);
    } while (!part.length);
    const char *equals = memchr(part.bytes, '=', part.length);
    *ret = (struct map_assignment){.value = part};
    if (!equals)
        return true;
    ret->adds = equals > part.bytes && equals[-1] == '+';
    ret->field = slice_trim((struct slice){part.bytes, (size_t)(equals - part.bytes) - ret->adds});
    ret->value =
        slice_trim((struct slice){equals + 1, part.length - (size_t)(equals + 1 - part.bytes)});
    return true;
}
