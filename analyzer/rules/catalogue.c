/* SPDX-License-Identifier: MIT */
#include "rules/catalogue.h"

#include "base/embedded.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "domain/name.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <strings.h>

static const char embedded_folder[] = "analyzer/rules/catalogue/";

/* More than any rule that a person has written. */
enum { MAX_RULE_BYTES = 256 * 1024 };

static int compare_rules(const void *left, const void *right)
{
    return strcmp(((const struct rule *)left)->id, ((const struct rule *)right)->id);
}

static void add_rule(struct catalogue *c, const struct rule *rule)
{
    c->rules = memory_grow(c->rules, c->count, &c->room, sizeof *c->rules);
    c->rules[c->count++] = *rule;
}

static const struct rule *rule_of_id(const struct catalogue *c, const char *id)
{
    for (size_t i = 0; i < c->count; i++)
        if (strcmp(c->rules[i].id, id) == 0)
            return &c->rules[i];
    return NULL;
}

/* A rule that cannot be used is there all the same. */
static bool has_id(const struct catalogue *c, const char *id)
{
    for (size_t i = 0; i < c->fault_count; i++)
        if (strcmp(c->faults[i].rule_id, id) == 0)
            return true;
    return rule_of_id(c, id) != NULL;
}

static bool unknown_id(const struct catalogue *c, const struct rule *rule, size_t index,
                       struct rule_fault *ret_fault)
{
    const char *id = rule->shares_cause_with.words[index];
    SCOPED_TEXT capitals = memory_copy(id);
    for (char *p = capitals; *p; p++)
        *p = (char)toupper((unsigned char)*p);
    struct nearest_name nearest = nearest_begin(capitals);
    for (size_t i = 0; i < c->count; i++)
        nearest_offer(&nearest, c->rules[i].id);
    char meant[32] = "";
    if (nearest.name)
        text_fit(meant, sizeof meant, "; did you mean %s?", nearest.name);
    return rule_fault_set(ret_fault, rule->path, rule->shares_lines[index],
                          "there is no rule \"%s\" to share a cause with%s", SHOWN(id, 64), meant);
}

/* Are the rules there that it shares a cause with? To be asked when all have been read. */
static bool check_shared(const struct catalogue *c, const struct rule *rule,
                         struct rule_fault *ret_fault)
{
    for (size_t i = 0; i < rule->shares_cause_with.count; i++)
        if (!has_id(c, rule->shares_cause_with.words[i]))
            return unknown_id(c, rule, i, ret_fault);
    return true;
}

struct catalogue catalogue_load(void)
{
    struct catalogue c = {0};
    for (size_t i = 0; i < embedded_count; i++) {
        const struct embedded_file *file = &embedded_files[i];
        if (strncmp(file->path, embedded_folder, sizeof embedded_folder - 1) != 0)
            continue;
        struct rule rule;
        struct rule_fault mistake = {0};
        if (!rule_parse(file->path, (struct slice){(const char *)file->bytes, file->size}, &rule,
                        &mistake))
            internal_fault("%s:%ld: %s", mistake.file, mistake.line, mistake.reason);
        add_rule(&c, &rule);
    }
    if (c.count)
        qsort(c.rules, c.count, sizeof *c.rules, compare_rules);
    for (size_t i = 0; i < c.count; i++) {
        struct rule_fault mistake = {0};
        if (!check_shared(&c, &c.rules[i], &mistake))
            internal_fault("%s:%ld: %s", mistake.file, mistake.line, mistake.reason);
    }
    return c;
}

void catalogue_free(struct catalogue *catalogue)
{
    for (size_t i = 0; i < catalogue->count; i++)
        rule_done(&catalogue->rules[i]);
    free(catalogue->rules);
    for (size_t i = 0; i < catalogue->fault_count; i++)
        rule_fault_done(&catalogue->faults[i]);
    free(catalogue->faults);
    *catalogue = (struct catalogue){0};
}

const struct rule *catalogue_find(const struct catalogue *catalogue, const char *id)
{
    for (size_t i = 0; i < catalogue->count; i++)
        if (strcasecmp(catalogue->rules[i].id, id) == 0 ||
            strcasecmp(catalogue->rules[i].name, id) == 0)
            return &catalogue->rules[i];
    return NULL;
}

void catalogue_add_fault(struct catalogue *catalogue, const struct rule_fault *fault)
{
    catalogue->faults = memory_grow(catalogue->faults, catalogue->fault_count,
                                    &catalogue->fault_room, sizeof *catalogue->faults);
    catalogue->faults[catalogue->fault_count++] = *fault;
}

/* The text of a file of at most MAX_RULE_BYTES; the caller frees. NULL with a reason. */
static char *read_text(const char *path, struct slice *ret_text, struct rule_fault *ret_fault)
{
    struct file_text read;
    struct file_reason reason;
    if (file_read_found(path, MAX_RULE_BYTES + 1, &read, &reason) != FILE_OPENED) {
        rule_fault_set(ret_fault, path, 0, "%s", reason.text);
        return NULL;
    }
    char *text = read.owned;
    size_t size = read.length;
    *ret_text = (struct slice){text, size};
    if (size > MAX_RULE_BYTES)
        rule_fault_set(ret_fault, path, 0, "more than %d bytes are no rule", MAX_RULE_BYTES);
    else if (utf8_valid_length(*ret_text) != size || memchr(text, '\0', size))
        rule_fault_set(ret_fault, path, 0, "is no UTF-8 text");
    else
        return text;
    free(text);
    return NULL;
}

static bool check_is_free(const struct catalogue *c, const struct rule *rule,
                          struct rule_fault *ret_fault)
{
    const struct rule *other = catalogue_find(c, rule->id);
    const char *what = other ? rule->id : rule->name;
    if (!other)
        other = catalogue_find(c, rule->name);
    if (!other)
        return true;
    return rule_fault_set(ret_fault, rule->path,
                          rule_line_of_value(rule, what == rule->id ? "id" : "name", 0),
                          "%s is taken by %s; choose another", what,
                          SHOWN(other->is_users ? other->path : "the catalogue", 256));
}

static void add_file(struct catalogue *c, const char *path)
{
    struct rule_fault mistake = {0};
    struct slice text = {0};
    struct rule rule = {0};
    char *bytes = read_text(path, &text, &mistake);
    if (bytes && text.length >= 3 && memcmp(text.bytes, "\xef\xbb\xbf", 3) == 0)
        text = (struct slice){text.bytes + 3, text.length - 3};
    bool ok = bytes && rule_parse(path, text, &rule, &mistake);
    free(bytes);
    if (ok && !check_is_free(c, &rule, &mistake)) {
        rule_done(&rule);
        ok = false;
    }
    if (!ok) {
        catalogue_add_fault(c, &mistake);
        return;
    }
    rule.is_users = true;
    add_rule(c, &rule);
}

/* Takes out the rules whose header names a rule that is not there. */
static void drop_unsound(struct catalogue *c)
{
    bool *is_unsound = memory_new(c->count + 1, sizeof *is_unsound);
    for (size_t i = 0; i < c->count; i++) {
        struct rule_fault mistake = {0};
        is_unsound[i] = c->rules[i].is_users && !check_shared(c, &c->rules[i], &mistake);
        if (is_unsound[i])
            catalogue_add_fault(c, &mistake);
    }
    size_t kept = 0;
    for (size_t i = 0; i < c->count; i++)
        if (is_unsound[i])
            rule_done(&c->rules[i]);
        else
            c->rules[kept++] = c->rules[i];
    c->count = kept;
    free(is_unsound);
}

static int is_rule_file(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && slice_ends_with(slice_of(entry->d_name), ".sql");
}

/* In byte order, whatever the locale. */
static int compare_entries(const struct dirent **left, const struct dirent **right)
{
    return strcmp((*left)->d_name, (*right)->d_name);
}

bool catalogue_add_folder(struct catalogue *catalogue, const char *folder, struct error *err)
{
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, is_rule_file, compare_entries);
    if (count < 0)
        return error_set(err, ERROR_INPUT, folder, 0,
                         "Name a folder that holds rules as .sql files.",
                         "the folder of rules cannot be read: %s", strerror(errno));
    size_t trimmed = strlen(folder);
    while (trimmed > 1 && folder[trimmed - 1] == '/')
        trimmed--;
    for (int i = 0; i < count; i++) {
        SCOPED_TEXT path = memory_print("%.*s/%s", (int)trimmed, folder, entries[i]->d_name);
        add_file(catalogue, path);
        free(entries[i]);
    }
    free(entries);
    drop_unsound(catalogue);
    if (count == 0)
        return error_set(err, ERROR_INPUT, folder, 0,
                         "docs/writing-rules.md shows how to write one.",
                         "there is no rule in this folder: no file ends in .sql");
    return true;
}
