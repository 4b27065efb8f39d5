/* SPDX-License-Identifier: MIT */
#include "intake/table_cells.h"

#include "base/memory.h"
#include "base/text.h"

enum { REMEMBERED_VALUES = 65536 };

/* The column is called as the contract does; the file may call it otherwise. */
static void name_heading(struct table *t)
{
    char heading[64];
    for (size_t i = 0; i < t->contract->count; i++) {
        struct slice alias = t->header.aliases[i];
        if (!alias.length || t->row.fault.column != t->contract->columns[i].name)
            continue;
        csv_show_value(alias, heading, sizeof heading);
        text_add(t->row.fault.message, sizeof t->row.fault.message, ", in the column \"%s\"",
                 heading);
    }
}

bool table_add_fault(struct table *t)
{
    name_heading(t);
    if (t->fault_count < ROW_FAULTS)
        t->faults[t->fault_count++] = t->row.fault;
    return false;
}

/* The texts of the index are in the order of the values. */
int32_t table_find_value(const struct value_cache *cache, struct slice text)
{
    if (!cache->count)
        return -1;
    const char *last = cache->index.texts[cache->last];
    if (strncmp(last, text.bytes, text.length) == 0 && last[text.length] == '\0')
        return (int32_t)cache->last;
    return text_index_find(&cache->index, text);
}

static bool read_cell(struct table *t, size_t column, struct slice text)
{
    struct value_cache *cache = &t->caches[column];
    int32_t at = table_find_value(cache, text);
    if (at >= 0) {
        cache->last = (size_t)at;
        t->row.values[column] = cache->values[at];
        return true;
    }
    struct value_context context = {&t->intake->registry, &t->intake->sets};
    struct value *value = &t->row.values[column];
    if (!value_read(&context, &t->row, column, text)) {
        cell_notes_fault(&t->notes, column, t->row.fault.code, t->raw.line);
        *value = (struct value){.is_known = false};
        return table_add_fault(t);
    }
    if (cache->count < REMEMBERED_VALUES &&
        value_is_lasting(t->contract->columns[column].type, value)) {
        cache->values =
            memory_grow(cache->values, cache->count, &cache->room, sizeof *cache->values);
        cache->values[cache->count] = *value;
        text_index_add(&cache->index, text, (int32_t)cache->count++);
    }
    return true;
}

/* Many rows have the same, so that spreadsheets show it in one cell of several rows. */
static bool may_be_merged(const struct column *c)
{
    return c->type == COLUMN_FORCE || c->type == COLUMN_REQUEST || c->type == COLUMN_TOOL;
}

/* Also where the cell says that nothing is known. */
static void empty_value(struct table *t, size_t column)
{
    const struct column *c = &t->contract->columns[column];
    int field = t->header.fields[column];
    struct slice text = field < 0 ? (struct slice){"", 0} : slice_trim(t->raw.fields[field]);
    const struct word_meaning *meaning =
        c->words ? word_book_find(&t->intake->registry.book, c->words->name, text) : NULL;
    char shown[64];
    csv_show_value(text, shown, sizeof shown);
    value_fault(&t->row, column, "empty-value", text,
                *shown ? "\"%s\" stands for no value, and %s is needed" : "%s%s is empty", shown,
                c->name);
    if (meaning && *meaning->advice)
        value_suggest(&t->row, "%s", meaning->advice);
    else if (c->words)
        value_suggest(&t->row, "Give one of the words that `concord schema %s` lists.",
                      t->contract->name);
    else
        value_suggest(&t->row, "Give %s%s.", column_type_text(c->type),
                      may_be_merged(c) && !text.length
                          ? "; where a cell above stands for this row too, write its value here"
                          : "");
    table_add_fault(t);
}

/* A cell that is there, though it cannot be read, is reported for that alone. */
static void check_either(struct table *t, bool has_any)
{
    int first = -1;
    for (size_t i = 0; i < t->contract->count && !has_any; i++) {
        if (t->contract->columns[i].need != NEED_EITHER)
            continue;
        has_any = t->row.values[i].is_known;
        first = first < 0 ? (int)i : first;
    }
    if (first >= 0 && !has_any)
        empty_value(t, (size_t)first);
}

static void reserve(struct table *t)
{
    size_t bytes = 0;
    for (size_t i = 0; i < t->raw.count; i++)
        bytes += t->raw.fields[i].length;
    value_row_reserve(&t->row, bytes);
}

/* Every fault of the row, not the first. */
bool table_read_cells(struct table *t)
{
    reserve(t);
    t->fault_count = 0;
    bool has_unread_either = false;
    for (size_t i = 0; i < t->contract->count; i++) {
        int field = t->header.fields[i];
        enum column_need need = t->contract->columns[i].need;
        struct slice text = {"", 0};
        if (field >= 0)
            text = slice_trim(t->raw.fields[field]);
        if (!text.length || means_unknown(text)) {
            t->row.values[i] = (struct value){.is_known = false};
        } else if (!read_cell(t, i, text)) {
            has_unread_either |= need == NEED_EITHER;
            continue;
        }
        if (need == NEED_VALUE && !t->row.values[i].is_known)
            empty_value(t, i);
    }
    check_either(t, has_unread_either);
    return t->fault_count == 0;
}
