/* SPDX-License-Identifier: MIT */
#include "precheck_schema.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

struct checking {
    const json_t *root;
    char *reason;
    size_t size;
};

static bool accepts(struct checking *c, const json_t *schema, const json_t *value,
                    const char *place);

static bool refuse(struct checking *c, const char *place, const char *what)
{
    snprintf(c->reason, c->size, "%s: %s", place, what);
    return false;
}

static bool is_of_type(const char *type, const json_t *value)
{
    if (strcmp(type, "null") == 0)
        return json_is_null(value);
    if (strcmp(type, "string") == 0)
        return json_is_string(value);
    if (strcmp(type, "integer") == 0)
        return json_is_integer(value);
    if (strcmp(type, "number") == 0)
        return json_is_number(value);
    if (strcmp(type, "boolean") == 0)
        return json_is_boolean(value);
    if (strcmp(type, "array") == 0)
        return json_is_array(value);
    return json_is_object(value);
}

static bool has_type(const json_t *type, const json_t *value)
{
    if (json_is_string(type))
        return is_of_type(json_string_value(type), value);
    for (size_t i = 0; i < json_array_size(type); i++)
        if (is_of_type(json_string_value(json_array_get(type, i)), value))
            return true;
    return false;
}

static bool is_listed(const json_t *list, const json_t *value)
{
    for (size_t i = 0; i < json_array_size(list); i++)
        if (json_equal(json_array_get(list, i), value))
            return true;
    return false;
}

static bool fits_one(struct checking *c, const json_t *list, const json_t *value, const char *place)
{
    for (size_t i = 0; i < json_array_size(list); i++)
        if (accepts(c, json_array_get(list, i), value, place))
            return true;
    return false;
}

static bool accepts_items(struct checking *c, const json_t *schema, const json_t *value,
                          const char *place)
{
    const json_t *items = json_object_get(schema, "items");
    const json_t *least = json_object_get(schema, "minItems");
    const json_t *most = json_object_get(schema, "maxItems");
    size_t count = json_array_size(value);
    if ((least && count < (size_t)json_integer_value(least)) ||
        (most && count > (size_t)json_integer_value(most)))
        return refuse(c, place, "too few or too many items");
    for (size_t i = 0; items && i < count; i++) {
        char deeper[400];
        snprintf(deeper, sizeof deeper, "%.300s.%zu", place, i);
        if (!accepts(c, items, json_array_get(value, i), deeper))
            return false;
    }
    return true;
}

static bool accepts_members(struct checking *c, const json_t *schema, json_t *value,
                            const char *place)
{
    const json_t *required = json_object_get(schema, "required");
    const json_t *properties = json_object_get(schema, "properties");
    const json_t *others = json_object_get(schema, "additionalProperties");
    char deeper[400];
    for (size_t i = 0; i < json_array_size(required); i++) {
        const char *key = json_string_value(json_array_get(required, i));
        if (!json_object_get(value, key))
            return refuse(c, place, key);
    }
    const char *key;
    json_t *member;
    json_object_foreach(value, key, member)
    {
        const json_t *wanted = json_object_get(properties, key);
        snprintf(deeper, sizeof deeper, "%.300s.%.60s", place, key);
        if (!wanted && json_is_false(others))
            return refuse(c, deeper, "is no property");
        if (!wanted && json_is_object(others))
            wanted = others;
        if (wanted && !accepts(c, wanted, member, deeper))
            return false;
    }
    return true;
}

static void check_keywords(json_t *schema)
{
    static const char *const known[] = {
        "$schema",  "$defs",   "$ref",     "title",      "description",          "type",
        "enum",     "anyOf",   "required", "properties", "additionalProperties", "items",
        "minItems", "maxItems"};
    const char *key;
    json_t *ignored;
    json_object_foreach(schema, key, ignored)
    {
        bool is_known = false;
        for (size_t i = 0; i < sizeof known / sizeof *known; i++)
            is_known |= strcmp(known[i], key) == 0;
        ck_assert_msg(is_known, "the keyword %s is not checked", key);
    }
}

static bool accepts(struct checking *c, const json_t *schema, const json_t *value,
                    const char *place)
{
    check_keywords((json_t *)(uintptr_t)schema);
    const char *ref = json_string_value(json_object_get(schema, "$ref"));
    if (ref)
        return accepts(c, json_object_get(json_object_get(c->root, "$defs"), ref + 8), value,
                       place);
    const json_t *type = json_object_get(schema, "type"), *list = json_object_get(schema, "enum");
    const json_t *any = json_object_get(schema, "anyOf");
    if (type && !has_type(type, value))
        return refuse(c, place, "is of another type");
    if (list && !is_listed(list, value))
        return refuse(c, place, "is none of the words");
    if (any && !fits_one(c, any, value, place))
        return false;
    if (json_is_array(value))
        return accepts_items(c, schema, value, place);
    return !json_is_object(value) || accepts_members(c, schema, (json_t *)(uintptr_t)value, place);
}

bool schema_accepts(const json_t *schema, const json_t *value, char *reason, size_t size)
{
    struct checking c = {schema, reason, size};
    return accepts(&c, schema, value, "");
}
