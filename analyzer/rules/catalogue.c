/* SPDX-License-Identifier: MIT */
#include "rules/catalogue.h"

#include "base/embedded.h"
#include "base/memory.h"

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <strings.h>

static const char folder[] = "analyzer/rules/catalogue/";

static const struct {
    const char *key;
    size_t offset;
    bool is_optional;
} header_keys[] = {
    {"id", offsetof(struct rule, id), false},
    {"name", offsetof(struct rule, name), false},
    {"title", offsetof(struct rule, title), false},
    {"severity", offsetof(struct rule, severity), false},
    {"basis", offsetof(struct rule, basis), false},
    {"evidence", offsetof(struct rule, evidence), true},
    {"reads", offsetof(struct rule, reads), true},
    {"message", offsetof(struct rule, message), false},
    {"rationale", offsetof(struct rule, rationale), false},
    {"source", offsetof(struct rule, source), false},
    {"remedy", offsetof(struct rule, remedy), false},
};

enum { KEY_COUNT = sizeof header_keys / sizeof *header_keys };

static const char **field_of(struct rule *rule, size_t key)
{
    return (const char **)(void *)((char *)rule + header_keys[key].offset);
}

static char *copy_text(struct slice text)
{
    char *copy = memory_new(text.length + 1, 1);
    memcpy(copy, text.bytes, text.length);
    return copy;
}

static char *append_text(const char *text, struct slice more)
{
    size_t length = strlen(text);
    char *joined = memory_new(length + more.length + 2, 1);
    memcpy(joined, text, length);
    joined[length] = ' ';
    memcpy(joined + length + 1, more.bytes, more.length);
    return joined;
}

static int key_index(struct slice key)
{
    for (int i = 0; i < KEY_COUNT; i++)
        if (slice_is(key, header_keys[i].key))
            return i;
    return -1;
}

/* One header line without its "--": "key: value", or a continuation of the last. */
static void take_line(struct rule *rule, struct slice line, int *last_key)
{
    bool continues = line.length > 2 && memcmp(line.bytes, "   ", 3) == 0;
    struct slice text = slice_trim(line);
    if (continues && *last_key >= 0) {
        const char **field = field_of(rule, (size_t)*last_key);
        char *joined = append_text(*field, text);
        free((void *)(uintptr_t)*field);
        *field = joined;
        return;
    }
    struct slice rest = text, key = {0};
    slice_next_part(&rest, ':', &key);
    *last_key = key_index(key);
    if (*last_key < 0)
        fault("%s: unknown header key \"%.*s\"", rule->path, (int)key.length, key.bytes);
    const char **field = field_of(rule, (size_t)*last_key);
    if (*field)
        fault("%s: header key \"%.*s\" twice", rule->path, (int)key.length, key.bytes);
    *field = copy_text(slice_trim(rest));
}

static struct rule parse_rule(const struct embedded_file *file)
{
    struct rule rule = {.path = file->path};
    struct slice rest = {(const char *)file->bytes, file->size}, line;
    int last_key = -1;
    while (slice_next_part(&rest, '\n', &line) && line.length >= 2 &&
           memcmp(line.bytes, "--", 2) == 0)
        take_line(&rule, (struct slice){line.bytes + 2, line.length - 2}, &last_key);
    for (size_t i = 0; i < KEY_COUNT; i++) {
        const char **field = field_of(&rule, i);
        if (!*field && !header_keys[i].is_optional)
            fault("%s: header key \"%s\" is missing", rule.path, header_keys[i].key);
        if (!*field)
            *field = copy_text((struct slice){"", 0});
    }
    rule.sql = (const char *)file->bytes;
    return rule;
}

static int compare_rules(const void *left, const void *right)
{
    return strcmp(((const struct rule *)left)->id, ((const struct rule *)right)->id);
}

struct catalogue catalogue_load(void)
{
    struct catalogue c = {0};
    size_t room = 0;
    for (size_t i = 0; i < embedded_count; i++) {
        if (strncmp(embedded_files[i].path, folder, sizeof folder - 1) != 0)
            continue;
        c.rules = memory_grow(c.rules, c.count, &room, sizeof *c.rules);
        c.rules[c.count++] = parse_rule(&embedded_files[i]);
    }
    if (c.count)
        qsort(c.rules, c.count, sizeof *c.rules, compare_rules);
    return c;
}

void catalogue_free(struct catalogue *catalogue)
{
    for (size_t i = 0; i < catalogue->count; i++)
        for (size_t k = 0; k < KEY_COUNT; k++)
            free((void *)(uintptr_t)*field_of(&catalogue->rules[i], k));
    free(catalogue->rules);
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

int severity_rank(const char *word)
{
    static const char *const words[] = {"info", "low", "medium", "high", "critical"};
    for (int i = 0; i < 5; i++)
        if (strcasecmp(words[i], word) == 0)
            return i + 1;
    return 0;
}
