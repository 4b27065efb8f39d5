/* SPDX-License-Identifier: MIT */
#include "rules/rule_file.h"

#include "base/digest.h"
#include "base/field.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "domain/name.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdlib.h>
#include <strings.h>

/* The values as they are written; NULL: the key is not there. */
struct header {
    const char *id, *name, *title, *severity, *basis, *evidence, *reads, *needs, *about,
        *shares_cause_with, *parties, *message, *rationale, *source, *remedy;
};
static const struct field header_fields[] = {
    FIELD(struct header, id),
    FIELD(struct header, name),
    FIELD(struct header, title),
    FIELD(struct header, severity),
    FIELD(struct header, basis),
    FIELD_OPTIONAL(struct header, evidence),
    FIELD_OPTIONAL(struct header, reads),
    FIELD_OPTIONAL(struct header, needs),
    FIELD_OPTIONAL(struct header, about),
    FIELD_OPTIONAL_NAMED(struct header, shares_cause_with, "shares-cause-with"),
    FIELD_OPTIONAL(struct header, parties),
    FIELD(struct header, message),
    FIELD(struct header, rationale),
    FIELD(struct header, source),
    FIELD(struct header, remedy),
};

enum { KEY_COUNT = sizeof header_fields / sizeof *header_fields };

/* A header while it is read. */
struct reading {
    const char *path;
    struct rule_fault *fault;
    struct header header;
    struct rule *rule;
    int last_key; /* -1: none yet */
};

bool rule_fault_set(struct rule_fault *fault, const char *file, long line, const char *format, ...)
{
    fault->file = memory_copy(file);
    fault->line = line;
    va_list arguments;
    va_start(arguments, format);
    text_cut_list(fault->reason, sizeof fault->reason, format, arguments);
    va_end(arguments);
    return false;
}

void rule_fault_done(struct rule_fault *fault)
{
    free(fault->file);
    fault->file = NULL;
}

static void free_text(const char *text)
{
    free((void *)(uintptr_t)text);
}

static const char **value_of(struct header *header, int key)
{
    return (const char **)(void *)((char *)header + header_fields[key].offset);
}

static const char *text_of(const struct reading *r, int key)
{
    return *(const char *const *)(const void *)((const char *)&r->header +
                                                header_fields[key].offset);
}

/* The last key is there, or goes on, with that text of that line. */
static void add_text(struct reading *r, struct slice more, long line)
{
    const char **value = value_of(&r->header, r->last_key);
    const char *before = *value ? *value : "", *space = *before ? " " : "";
    struct rule_places *places = &r->rule->places;
    places->items = memory_grow(places->items, places->count, &places->room, sizeof *places->items);
    places->items[places->count++] =
        (struct rule_place){header_fields[r->last_key].name, strlen(before) + strlen(space), line};
    char *joined = memory_print("%s%s%.*s", before, space, (int)more.length, more.bytes);
    free_text(*value);
    *value = joined;
}

static int key_index(struct slice key)
{
    for (int i = 0; i < KEY_COUNT; i++)
        if (strlen(header_fields[i].name) == key.length &&
            strncasecmp(header_fields[i].name, key.bytes, key.length) == 0)
            return i;
    return -1;
}

static const char line_form[] =
    "A header line is -- key: value, and its continuation begins with three spaces";

static bool unknown_key(const struct reading *r, struct slice key, long number)
{
    char shown[64], all[160] = "";
    utf8_show(key, shown, sizeof shown);
    struct nearest_name nearest = nearest_begin(shown);
    for (int i = 0; i < KEY_COUNT; i++) {
        nearest_offer(&nearest, header_fields[i].name);
        text_add(all, sizeof all, "%s%s", i ? ", " : "", header_fields[i].name);
    }
    if (nearest.name)
        return rule_fault_set(r->fault, r->path, number,
                              "unknown header key \"%s\"; did you mean %s? %s", shown, nearest.name,
                              line_form);
    return rule_fault_set(r->fault, r->path, number,
                          "unknown header key \"%s\"; it is one of: %s. %s", shown, all, line_form);
}

static bool no_key(const struct reading *r, struct slice line, long number)
{
    char shown[64];
    utf8_show(line, shown, sizeof shown);
    return rule_fault_set(r->fault, r->path, number, "\"%s\" has no colon. %s", shown, line_form);
}

/* One header line without its "--": "key: value", or a continuation of the last. */
static bool take_line(struct reading *r, struct slice line, long number)
{
    bool continues = line.length > 2 && memcmp(line.bytes, "   ", 3) == 0;
    struct slice rest = slice_trim(line), key = {0};
    if (continues && r->last_key >= 0) {
        add_text(r, rest, number);
        return true;
    }
    if (!memchr(rest.bytes, ':', rest.length))
        return no_key(r, rest, number);
    slice_next_part(&rest, ':', &key);
    r->last_key = key_index(key);
    if (r->last_key < 0)
        return unknown_key(r, key, number);
    if (text_of(r, r->last_key))
        return rule_fault_set(r->fault, r->path, number, "the header key \"%s\" stands twice",
                              header_fields[r->last_key].name);
    add_text(r, slice_trim(rest), number);
    return true;
}

static bool take_lines(struct reading *r, struct slice text)
{
    struct slice line;
    for (long number = 1; slice_next_part(&text, '\n', &line) && line.length >= 2 &&
                          memcmp(line.bytes, "--", 2) == 0;
         number++)
        if (!take_line(r, (struct slice){line.bytes + 2, line.length - 2}, number))
            return false;
    return true;
}

/* On which its value begins. */
static long line_of(const struct reading *r, const char *key)
{
    return rule_line_of_value(r->rule, key, 0);
}

/* On which a part of its value stands. */
static long line_at(const struct reading *r, const char *key, const char *at)
{
    return rule_line_of_value(r->rule, key, (size_t)(at - text_of(r, key_index(slice_of(key)))));
}

static bool check_present(struct reading *r)
{
    for (int i = 0; i < KEY_COUNT; i++) {
        const char **value = value_of(&r->header, i), *name = header_fields[i].name;
        bool is_missing = !*value;
        if (is_missing)
            *value = memory_copy("");
        if (header_fields[i].is_optional || **value)
            continue;
        if (is_missing)
            return rule_fault_set(r->fault, r->path, 0,
                                  "the header key \"%s\" is missing: add a line -- %s: value", name,
                                  name);
        return rule_fault_set(r->fault, r->path, line_of(r, name),
                              "the header key \"%s\" is empty: write its value behind the colon",
                              name);
    }
    return true;
}

/* One to four letters and two or three digits, in capitals. */
static bool is_rule_id(const char *text)
{
    size_t letters = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    size_t digits = strspn(text + letters, "0123456789");
    return letters >= 1 && letters <= 4 && digits >= 2 && digits <= 3 &&
           text[letters + digits] == '\0';
}

/* Names go into file names and command lines. */
static bool is_rule_name(const char *text)
{
    size_t length = strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-");
    return length > 0 && length <= 60 && text[length] == '\0';
}

/* What was probably meant by what is no name, or no id, where that can be one. The caller frees. */
static char *name_like(const char *text)
{
    char *name = memory_copy(text);
    for (char *p = name; *p; p++)
        *p = isspace((unsigned char)*p) || *p == '_' ? '-' : (char)tolower((unsigned char)*p);
    return name;
}

static char *id_like(const char *text)
{
    char *id = memory_copy(text);
    for (char *p = id; *p; p++)
        *p = (char)toupper((unsigned char)*p);
    return id;
}

static bool check_identity(const struct reading *r)
{
    SCOPED_TEXT meant = id_like(r->header.id);
    SCOPED_TEXT name = name_like(r->header.name);
    if (!is_rule_id(r->header.id))
        return rule_fault_set(r->fault, r->path, line_of(r, "id"),
                              "\"%s\" is no rule id: one to four capital letters and two or "
                              "three digits, such as %s",
                              SHOWN(r->header.id, 24), is_rule_id(meant) ? meant : "U01");
    text_fit(r->fault->rule_id, sizeof r->fault->rule_id, "%s", r->header.id);
    if (!is_rule_name(r->header.name))
        return rule_fault_set(r->fault, r->path, line_of(r, "name"),
                              "\"%s\" is no rule name: small letters, digits and hyphens, "
                              "such as %s",
                              SHOWN(r->header.name, 64),
                              is_rule_name(name) ? name : "ncnd-without-covert-use");
    return true;
}

/* The code of a word of the key that the vocabulary is named after; a fault and -1 where it has
 * none. */
static int code_of(const struct reading *r, const struct vocabulary *v, struct slice word)
{
    int code = vocabulary_code(v, word);
    if (code >= 0)
        return code;
    char shown[64], all[200];
    const char *nearest = vocabulary_nearest(v, word);
    utf8_show(word, shown, sizeof shown);
    vocabulary_list(v, all, sizeof all);
    rule_fault_set(r->fault, r->path, line_at(r, v->name, word.bytes),
                   "unknown %s \"%s\"%s%s%s of: %s", v->name, shown,
                   nearest ? "; did you mean " : "", nearest ? nearest : "",
                   nearest ? "? It is one" : "; it is one", all);
    return -1;
}

/* Sets has[code] for each word of the text. */
static bool take_set(const struct reading *r, const struct vocabulary *v, const char *text,
                     bool has[])
{
    struct slice rest = slice_of(text), word;
    while (next_word(&rest, &word)) {
        int code = code_of(r, v, word);
        if (code < 0)
            return false;
        has[code] = true;
    }
    return true;
}

static bool take_subject(const struct reading *r, struct rule *rule)
{
    if (!*r->header.about)
        return true;
    int code = code_of(r, &rule_subjects, slice_of(r->header.about));
    rule->about = code < 0 ? NULL : rule_subjects.words[code];
    return code >= 0;
}

static bool take_words(const struct reading *r, struct rule *rule)
{
    int severity = code_of(r, &severities, slice_of(r->header.severity));
    if (severity < 0)
        return false;
    int basis = code_of(r, &bases, slice_of(r->header.basis));
    if (basis < 0)
        return false;
    rule->severity = severity_of_code(severity);
    rule->basis = (enum basis)basis;
    return take_set(r, &contexts, r->header.evidence, rule->adds) &&
           take_set(r, &rule_inputs, r->header.reads, &rule->reads_findings) &&
           take_set(r, &rule_needs, r->header.needs, rule->needs) && take_subject(r, rule);
}

/* The words of a key, and in *ret_lines the line of each. */
static void take_list(const struct reading *r, const char *key, struct word_list *list,
                      long **ret_lines)
{
    struct slice rest = slice_of(text_of(r, key_index(slice_of(key)))), word;
    size_t room = 0;
    while (next_word(&rest, &word)) {
        *ret_lines = memory_grow(*ret_lines, list->count, &room, sizeof **ret_lines);
        (*ret_lines)[list->count] = line_at(r, key, word.bytes);
        word_list_add(list, word);
    }
}

static bool take_lists(const struct reading *r, struct rule *rule)
{
    take_list(r, "shares-cause-with", &rule->shares_cause_with, &rule->shares_lines);
    take_list(r, "parties", &rule->party_roles, &rule->party_lines);
    for (size_t i = 0; i < rule->party_roles.count; i++)
        if (!is_role(slice_of(rule->party_roles.words[i])))
            return rule_fault_set(r->fault, r->path, rule->party_lines[i],
                                  "\"%s\" is no role: at most %d letters, digits, hyphens and "
                                  "underscores",
                                  SHOWN(rule->party_roles.words[i], 64), ROLE_BYTES - 1);
    return true;
}

static const char *take_text(const char **value)
{
    const char *taken = *value;
    *value = NULL;
    return taken;
}

static bool take_message(struct reading *r, struct rule *rule)
{
    struct message_fault fault;
    rule->message_text = take_text(&r->header.message);
    if (!message_template_parse(rule->message_text, &rule->message, &fault))
        return rule_fault_of_message(rule, &fault, r->fault);
    if (message_template_has_words(&rule->message))
        return true;
    return rule_fault_set(r->fault, r->path, line_of(r, "message"),
                          "the message has no words of its own: where its placeholders have "
                          "nothing to say, it would be empty");
}

static void take_texts(struct reading *r, struct rule *rule)
{
    rule->id = take_text(&r->header.id);
    rule->name = take_text(&r->header.name);
    rule->title = take_text(&r->header.title);
    rule->rationale = take_text(&r->header.rationale);
    rule->source = take_text(&r->header.source);
    rule->remedy = take_text(&r->header.remedy);
}

static bool take_header(struct reading *r, struct slice text, struct rule *rule)
{
    if (!take_lines(r, text) || !check_present(r) || !check_identity(r) || !take_words(r, rule) ||
        !take_lists(r, rule) || !take_message(r, rule))
        return false;
    take_texts(r, rule);
    return true;
}

bool rule_parse(const char *path, struct slice text, struct rule *ret_rule,
                struct rule_fault *ret_fault)
{
    struct reading r = {.path = path, .fault = ret_fault, .rule = ret_rule, .last_key = -1};
    *ret_rule = (struct rule){.path = slice_copy(slice_of(path)), .sql = slice_copy(text)};
    digest_slice(text, ret_rule->sha256);
    bool ok = take_header(&r, text, ret_rule);
    for (int i = 0; i < KEY_COUNT; i++)
        free_text(*value_of(&r.header, i));
    if (!ok)
        rule_done(ret_rule);
    return ok;
}

void rule_done(struct rule *rule)
{
    const char *const texts[] = {rule->path,   rule->id,           rule->name,
                                 rule->title,  rule->rationale,    rule->source,
                                 rule->remedy, rule->message_text, rule->sql};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        free_text(texts[i]);
    message_template_done(&rule->message);
    word_list_done(&rule->shares_cause_with);
    word_list_done(&rule->party_roles);
    free(rule->shares_lines);
    free(rule->party_lines);
    free(rule->places.items);
    *rule = (struct rule){0};
}

long rule_line_of_value(const struct rule *rule, const char *key, size_t offset)
{
    long line = 0;
    for (size_t i = 0; i < rule->places.count; i++) {
        const struct rule_place *place = &rule->places.items[i];
        if (strcmp(place->key, key) == 0 && place->offset <= offset)
            line = place->line;
    }
    return line;
}

bool rule_fault_of_message(const struct rule *rule, const struct message_fault *message,
                           struct rule_fault *ret_fault)
{
    size_t offset = (size_t)(message->at - rule->message_text);
    return rule_fault_set(ret_fault, rule->path, rule_line_of_value(rule, "message", offset), "%s",
                          message->reason);
}

long rule_line_of(const struct rule *rule, size_t offset)
{
    long line = 1;
    for (size_t i = 0; i < offset && rule->sql[i]; i++)
        line += rule->sql[i] == '\n';
    return line;
}
