/* SPDX-License-Identifier: MIT */
#include "imports/import_record.h"

#include "base/memory.h"
#include "domain/name.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static const struct import_record_field *find(const struct import_record *r, struct slice field)
{
    for (size_t i = 0; i < r->count; i++)
        if (slice_is(field, r->fields[i].name))
            return &r->fields[i];
    return NULL;
}

const char *import_record_get(const struct import_record *r, const char *field)
{
    const struct import_record_field *found = find(r, slice_of(field));
    return found ? found->words : "";
}

const char *import_record_link(const struct import_record *r, const char *field)
{
    const struct import_record_field *found = find(r, slice_of(field));
    return found ? found->link : "";
}

bool import_record_has(const struct import_record *r, const char *field)
{
    return *import_record_get(r, field) != '\0';
}

void import_record_set(struct import_record *r, struct slice field, struct slice words)
{
    const struct import_record_field *found = find(r, field);
    struct import_record_field *f = found ? &r->fields[found - r->fields] : &r->fields[r->count];
    if (!found && r->count == RECORD_FIELDS_MAX)
        internal_fault("a row of an export has more than %d fields", RECORD_FIELDS_MAX);
    if (!found) {
        *f = (struct import_record_field){
            .name = arena_copy(&r->arena, field), .link = "", .comment = ""};
        r->count++;
    }
    f->words = arena_copy(&r->arena, words);
}

void import_record_add(struct import_record *r, const char *field, const char *words)
{
    const char *there = import_record_get(r, field);
    if (!*words || strstr(there, words))
        return;
    SCOPED_TEXT both = memory_print("%s%s%s", there, *there ? "; " : "", words);
    import_record_set(r, slice_of(field), slice_of(both));
}

void import_record_print(struct import_record *r, const char *field, const char *format, ...)
{
    char *text = NULL;
    size_t length = 0;
    va_list arguments;
    FILE *out = memory_stream(&text, &length);
    va_start(arguments, format);
    vfprintf(out, format, arguments);
    va_end(arguments);
    memory_stream_end(out);
    import_record_set(r, slice_of(field), slice_of(text));
    free(text);
}

void import_record_done(struct import_record *r)
{
    arena_done(&r->arena);
    *r = (struct import_record){0};
}

static bool is_alike(const char *a, struct slice b)
{
    char first[NAME_BYTES], second[NAME_BYTES];
    name_fold(slice_of(a), first);
    name_fold(b, second);
    return strcmp(first, second) == 0;
}

/* "exemptions=s21; title=*" */
static bool holds(const struct import_record *r, const char *when)
{
    struct slice rest = slice_of(when);
    struct map_assignment a;
    while (map_next_assignment(&rest, &a)) {
        const struct import_record_field *f = find(r, a.field);
        const char *words = f ? f->words : "";
        if (slice_is(a.value, "*") ? !*words : !is_alike(words, a.value))
            return false;
    }
    return true;
}

const struct map_rule *mapping_find_value(const struct mapping *m, const struct import_record *r,
                                          const char *field, struct slice words)
{
    char folded[NAME_BYTES];
    name_fold(words, folded);
    for (size_t i = 0; i < m->count; i++) {
        const struct map_rule *rule = &m->rules[i];
        if (rule->kind == MAP_VALUE && strcmp(rule->field, field) == 0 &&
            (strcmp(rule->from, "*") == 0 || strcmp(rule->folded, folded) == 0) &&
            holds(r, rule->when)) {
            ++*rule->used;
            return rule;
        }
    }
    return NULL;
}

const struct map_rule *mapping_find_unknown(const struct mapping *m, const char *field)
{
    for (size_t i = 0; i < m->count; i++)
        if (m->rules[i].kind == MAP_UNKNOWN && strcmp(m->rules[i].field, field) == 0) {
            ++*m->rules[i].used;
            return &m->rules[i];
        }
    return NULL;
}

void import_record_apply(struct import_record *r, const struct map_rule *rule)
{
    static const char usual[] = "the mapping says so";
    const char *left_out = map_behind(rule->to, "left out");
    const char *rejected = map_behind(rule->to, "reject");
    if (left_out)
        r->left_out = *left_out ? left_out : usual;
    if (rejected)
        r->rejected = *rejected ? rejected : usual;
    if (left_out || rejected)
        return;
    struct slice rest = slice_of(rule->to);
    struct map_assignment a;
    while (map_next_assignment(&rest, &a)) {
        struct slice field = a.field.length ? a.field : slice_of(rule->field);
        SCOPED_TEXT name = slice_copy(field);
        SCOPED_TEXT value = slice_copy(a.value);
        if (a.adds)
            import_record_add(r, name, value);
        else
            import_record_set(r, field, a.value);
    }
}

static void set_constants(struct import_record *r, const struct mapping *m)
{
    for (size_t i = 0; i < m->count; i++) {
        const struct map_rule *rule = &m->rules[i];
        if (rule->kind == MAP_CONSTANT && !import_record_has(r, rule->field) &&
            holds(r, rule->when)) {
            ++*rule->used;
            import_record_set(r, slice_of(rule->field), slice_of(rule->to));
        }
    }
}

static bool apply_unknown(struct import_record *r, const struct mapping *m, const char *field,
                          import_record_unknown *unknown, void *context, struct error *err)
{
    const struct map_rule *rule = mapping_find_unknown(m, field);
    if (!rule || strcmp(rule->to, "keep") == 0)
        return true;
    SCOPED_TEXT words = memory_copy(import_record_get(r, field));
    if (!unknown(context, field, words, err))
        return false;
    if (strcmp(rule->to, "empty") == 0)
        import_record_set(r, slice_of(field), slice_of(""));
    else if (strcmp(rule->to, "review") != 0)
        import_record_apply(r, rule);
    return true;
}

/* Outcomes and names of tools are looked at once more where they are read. */
static bool is_read_later(const char *field)
{
    return strcmp(field, "outcome") == 0 || strcmp(field, "tool_id") == 0;
}

bool import_record_apply_mapping(struct import_record *r, const struct mapping *m,
                                 import_record_unknown *unknown, void *context, struct error *err)
{
    set_constants(r, m);
    size_t count = r->count; /* what rules set is not looked at again */
    for (size_t i = 0; i < count && !r->left_out && !r->rejected; i++) {
        const struct import_record_field field = r->fields[i];
        if (!*field.words)
            continue;
        const struct map_rule *rule = mapping_find_value(m, r, field.name, slice_of(field.words));
        if (rule)
            import_record_apply(r, rule);
        else if (!is_read_later(field.name) &&
                 !apply_unknown(r, m, field.name, unknown, context, err))
            return false;
    }
    set_constants(r, m);
    return true;
}
