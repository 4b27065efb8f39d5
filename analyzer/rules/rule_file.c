/* SPDX-License-Identifier: MIT */
#include "rules/rule_file.h"

#include "base/digest.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <strings.h>

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
    {"shares-cause-with", offsetof(struct rule, shares_cause_with), true},
    {"parties", offsetof(struct rule, party_roles), true},
    {"message", offsetof(struct rule, message), false},
    {"rationale", offsetof(struct rule, rationale), false},
    {"source", offsetof(struct rule, source), false},
    {"remedy", offsetof(struct rule, remedy), false},
};

enum { KEY_COUNT = sizeof header_keys / sizeof *header_keys };

int severity_rank(const char *word)
{
    static const char *const words[] = {"info", "low", "medium", "high", "critical"};
    for (int i = 0; i < 5; i++)
        if (strcasecmp(words[i], word) == 0)
            return i + 1;
    return 0;
}

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

static const char **field_of(struct rule *rule, size_t key)
{
    return (const char **)(void *)((char *)rule + header_keys[key].offset);
}

static void append_text(const char **field, struct slice more)
{
    size_t length = strlen(*field);
    char *joined = memory_new(length + more.length + 2, 1);
    memcpy(joined, *field, length);
    joined[length] = ' ';
    memcpy(joined + length + 1, more.bytes, more.length);
    free((void *)(uintptr_t)*field);
    *field = joined;
}

static int key_index(struct slice key)
{
    for (int i = 0; i < KEY_COUNT; i++)
        if (slice_is(key, header_keys[i].key))
            return i;
    return -1;
}

/* One header line without its "--": "key: value", or a continuation of the last. */
static bool take_line(struct rule *rule, struct slice line, long number, int *last_key,
                      struct rule_fault *ret_fault)
{
    bool continues = line.length > 2 && memcmp(line.bytes, "   ", 3) == 0;
    struct slice text = slice_trim(line);
    if (continues && *last_key >= 0) {
        append_text(field_of(rule, (size_t)*last_key), text);
        return true;
    }
    struct slice rest = text, key = {0};
    slice_next_part(&rest, ':', &key);
    *last_key = key_index(key);
    char key_shown[64];
    utf8_show(key, key_shown, sizeof key_shown);
    if (*last_key < 0)
        return rule_fault_set(ret_fault, rule->path, number,
                              "unknown header key \"%s\"; a header line is -- key: value, and "
                              "its continuation begins with three spaces",
                              key_shown);
    const char **field = field_of(rule, (size_t)*last_key);
    if (*field)
        return rule_fault_set(ret_fault, rule->path, number, "the header key \"%s\" stands twice",
                              header_keys[*last_key].key);
    *field = slice_copy(slice_trim(rest));
    return true;
}

static bool is_one_of(const char *word, const char *const words[])
{
    for (size_t i = 0; words[i]; i++)
        if (strcmp(word, words[i]) == 0)
            return true;
    return false;
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

static bool check_values(struct rule *rule, struct rule_fault *ret_fault)
{
    static const char *const bases[] = {"statute",     "regulator", "advice",
                                        "consistency", "data",      NULL};
    for (size_t i = 0; i < KEY_COUNT; i++) {
        const char **field = field_of(rule, i);
        if (!*field)
            *field = slice_copy((struct slice){"", 0});
        if (!**field && !header_keys[i].is_optional)
            return rule_fault_set(ret_fault, rule->path, 0, "the header key \"%s\" is missing",
                                  header_keys[i].key);
    }
    if (!is_rule_id(rule->id))
        return rule_fault_set(ret_fault, rule->path, 0,
                              "\"%s\" is no rule id: one to four capital letters and two or "
                              "three digits, such as U01",
                              SHOWN(rule->id, 24));
    if (!is_rule_name(rule->name))
        return rule_fault_set(ret_fault, rule->path, 0,
                              "\"%s\" is no rule name: small letters, digits and hyphens",
                              SHOWN(rule->name, 64));
    if (!severity_rank(rule->severity))
        return rule_fault_set(ret_fault, rule->path, 0,
                              "unknown severity \"%s\": critical, high, medium, low or info",
                              SHOWN(rule->severity, 24));
    if (!is_one_of(rule->basis, bases))
        return rule_fault_set(ret_fault, rule->path, 0,
                              "unknown basis \"%s\": statute, regulator, advice, consistency "
                              "or data",
                              SHOWN(rule->basis, 24));
    return true;
}

bool rule_parse(const char *path, struct slice text, struct rule *ret_rule,
                struct rule_fault *ret_fault)
{
    *ret_rule = (struct rule){.path = slice_copy(slice_of(path)), .sql = slice_copy(text)};
    digest_slice(text, ret_rule->sha256);
    struct slice rest = text, line;
    int last_key = -1;
    bool ok = true;
    for (long number = 1; ok && slice_next_part(&rest, '\n', &line) && line.length >= 2 &&
                          memcmp(line.bytes, "--", 2) == 0;
         number++)
        ok = take_line(ret_rule, (struct slice){line.bytes + 2, line.length - 2}, number, &last_key,
                       ret_fault);
    ok = ok && check_values(ret_rule, ret_fault);
    if (!ok)
        rule_done(ret_rule);
    return ok;
}

void rule_done(struct rule *rule)
{
    for (size_t k = 0; k < KEY_COUNT; k++)
        free((void *)(uintptr_t)*field_of(rule, k));
    free((void *)(uintptr_t)rule->path);
    free((void *)(uintptr_t)rule->sql);
    *rule = (struct rule){0};
}

long rule_line_of(const struct rule *rule, size_t offset)
{
    long line = 1;
    for (size_t i = 0; i < offset && rule->sql[i]; i++)
        line += rule->sql[i] == '\n';
    return line;
}
