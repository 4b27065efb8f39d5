/* SPDX-License-Identifier: MIT */
#include "cmd/table_schema.h"

#include "base/memory.h"
#include "base/text.h"

#include <jansson.h>

static const char date_pattern[] = "\\d{4}(-\\d{2}(-\\d{2})?)?|\\d{1,2}/\\d{1,2}/"
                                   "(\\d{2}|\\d{4})|\\d{1,2} [A-Za-z]+ (\\d{2}|\\d{4})";
static const char date_or_yes_pattern[] =
    "\\d{4}(-\\d{2}(-\\d{2})?)?|\\d{1,2}/\\d{1,2}/(\\d{2}|\\d{4})|\\d{1,2} [A-Za-z]+ "
    "(\\d{2}|\\d{4})|[Yy]es|[Nn]o";

static json_t *words_json(const struct vocabulary *words)
{
    json_t *list = json_array();
    for (size_t i = 0; words->words[i]; i++)
        json_array_append_new(list, json_string(words->words[i]));
    return list;
}

static const char *type_name(enum column_type type)
{
    if (type == COLUMN_YES_NO)
        return "boolean";
    return type == COLUMN_NUMBER ? "integer" : "string";
}

static json_t *constraints_json(const struct contract_file *file, size_t at)
{
    const struct column *column = &file->columns[at];
    json_t *constraints = json_object();
    if (column->need == NEED_VALUE)
        json_object_set_new(constraints, "required", json_true());
    /* A key of one column must not repeat; but an identical row may. */
    if (column->type == COLUMN_WORD)
        json_object_set_new(constraints, "enum", words_json(column->words));
    if (column->type == COLUMN_DATE)
        json_object_set_new(constraints, "pattern", json_string(date_pattern));
    if (column->type == COLUMN_DATE_OR_YES)
        json_object_set_new(constraints, "pattern", json_string(date_or_yes_pattern));
    return constraints;
}

static json_t *field_json(const struct contract_file *file, size_t at)
{
    const struct column *column = &file->columns[at];
    json_t *field = json_pack("{ss ss}", "name", column->name, "type", type_name(column->type));
    char description[600];
    text_fit(description, sizeof description, "%s (%s)", column->description,
             column_type_text(column->type));
    json_object_set_new(field, "description", json_string(description));
    if (column->type == COLUMN_YES_NO) {
        json_object_set_new(field, "trueValues", json_pack("[ssss]", "yes", "true", "1", "y"));
        json_object_set_new(field, "falseValues", json_pack("[ssss]", "no", "false", "0", "n"));
    }
    json_t *constraints = constraints_json(file, at);
    if (json_object_size(constraints))
        json_object_set(field, "constraints", constraints);
    json_decref(constraints);
    return field;
}

/* A key with columns that may be empty is no primary key there. */
static json_t *key_json(const struct contract_file *file)
{
    json_t *key = json_array();
    for (size_t i = 0; i < file->count; i++) {
        if (!(file->key & 1u << i))
            continue;
        if (file->columns[i].need != NEED_VALUE) {
            json_decref(key);
            return NULL;
        }
        json_array_append_new(key, json_string(file->columns[i].name));
    }
    return key;
}

static json_t *schema_json(const struct contract_file *file)
{
    json_t *fields = json_array();
    for (size_t i = 0; i < file->count; i++)
        json_array_append_new(fields, field_json(file, i));
    json_t *schema = json_pack("{so so}", "fields", fields, "missingValues",
                               json_pack("[sssss]", "", "unknown", "n/a", "N/A", "-"));
    json_t *key = key_json(file);
    if (key)
        json_object_set_new(schema, "primaryKey", key);
    return schema;
}

static json_t *package_json(void)
{
    json_t *resources = json_array();
    for (size_t i = FILE_COUNT; i-- > 0;) {
        const struct contract_file *file = &contract_files[i];
        json_t *resource =
            json_pack("{ss ss ss ss ss ss so}", "name", file->kind, "path", file->name, "title",
                      file->title, "profile", "tabular-data-resource", "format", "csv", "encoding",
                      "utf-8", "schema", schema_json(file));
        /* Frictionless names are lower case with hyphens. */
        SCOPED_TEXT name = memory_copy(file->kind);
        for (char *p = name; *p; p++)
            if (*p == '_')
                *p = '-';
        json_object_set_new(resource, "name", json_string(name));
        json_array_append_new(resources, resource);
    }
    return json_pack("{ss ss ss ss so}", "name", "concord-pack", "title", "A pack for Concord",
                     "description",
                     "Answers of police forces to the same requests for information, and what is "
                     "needed to compare them. Only responses.csv must be there: drop the "
                     "resources that a pack leaves out.",
                     "profile", "tabular-data-package", "resources", resources);
}

void table_schema_print(const struct contract_file *file, FILE *out)
{
    json_t *json = file ? schema_json(file) : package_json();
    json_dumpf(json, out, JSON_INDENT(2));
    fputc('\n', out);
    json_decref(json);
}
