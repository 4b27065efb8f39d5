/* SPDX-License-Identifier: MIT */
#include "intake/binding.h"

#include "base/text.h"

static bool is_plain_number(enum column_type type)
{
    return type == COLUMN_YES_NO || type == COLUMN_NUMBER;
}

static int find(sqlite3_stmt *s, const char *stem, size_t length, const char *suffix)
{
    char parameter[80];
    text_fit(parameter, sizeof parameter, ":%.*s%s", (int)length, stem, suffix);
    return sqlite3_bind_parameter_index(s, parameter);
}

static size_t length_without(const char *name, const char *suffix)
{
    size_t length = strlen(name), cut = strlen(suffix);
    return length > cut && strcmp(name + length - cut, suffix) == 0 ? length - cut : length;
}

static struct binding_slots slots_of(sqlite3_stmt *s, const struct column *column)
{
    const char *name = column->name;
    struct binding_slots slots = {0};
    int plain = find(s, name, strlen(name), "");
    if (is_plain_number(column->type))
        slots.number = plain;
    else {
        slots.text = plain;
        slots.number = find(s, name, length_without(name, "_id"), "_no");
    }
    const char *day = strncmp(name, "date_", 5) == 0 ? name + 5 : name;
    slots.earliest = find(s, day, length_without(day, "_on"), "_earliest");
    slots.latest = find(s, day, length_without(day, "_on"), "_latest");
    return slots;
}

void binding_open(struct binding *b, sqlite3 *db, const char *embedded_path,
                  const struct contract_file *contract)
{
    sqlite3_stmt *s = query_prepare(db, embedded_path);
    *b = (struct binding){.statement = s, .contract = contract};
    for (size_t i = 0; i < contract->count; i++)
        b->slots[i] = slots_of(s, &contract->columns[i]);
    b->file_no = sqlite3_bind_parameter_index(s, ":file_no");
    b->line = sqlite3_bind_parameter_index(s, ":line");
}

void binding_done(struct binding *b)
{
    query_finalize(&b->statement);
}

static void set_int(sqlite3_stmt *s, int position, bool is_known, int64_t value)
{
    if (!position)
        return;
    if (is_known)
        query_int(s, position, value);
    else
        query_null(s, position);
}

void binding_set_row(struct binding *b, const struct value_row *row, int64_t file_no, long line)
{
    sqlite3_stmt *s = b->statement;
    for (size_t i = 0; i < b->contract->count; i++) {
        const struct binding_slots *slots = &b->slots[i];
        const struct value *value = &row->values[i];
        if (!value->is_known && !b->is_set[i])
            continue;
        b->is_set[i] = value->is_known;
        if (slots->text)
            query_text(s, slots->text, value->is_known ? value->text : (struct slice){"", 0});
        set_int(s, slots->number, value->is_known, value->number);
        bool is_dated = value->is_known && date_is_known(value->date);
        set_int(s, slots->earliest, is_dated, value->date.earliest);
        set_int(s, slots->latest, is_dated, value->date.latest);
    }
    set_int(s, b->file_no, true, file_no);
    set_int(s, b->line, true, line);
}

int binding_position(const struct binding *b, const char *name)
{
    int position = sqlite3_bind_parameter_index(b->statement, name);
    if (!position)
        fault("a statement has no parameter %s: %.80s", name, sqlite3_sql(b->statement));
    return position;
}

void binding_set_int(struct binding *b, const char *name, int64_t value)
{
    query_int(b->statement, binding_position(b, name), value);
}
