/* SPDX-License-Identifier: MIT */
#include "order/differences.h"

#include "base/memory.h"
#include "base/slice.h"
#include "order/outputs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *cell(json_t *row, const char *column)
{
    const char *text = json_string_value(json_object_get(row, column));
    return text ? text : "";
}

/* The beginning of each text where they part. */
static json_t *show_parting(const char *a, const char *b)
{
    enum { BEFORE = 40, SHOWN = 160 };
    size_t same = 0;
    while (a[same] && a[same] == b[same])
        same++;
    size_t from = same > BEFORE ? same - BEFORE : 0;
    while (from && ((unsigned char)a[from] & 0xc0) == 0x80)
        from--;
    SCOPED_TEXT text = memory_print("\"%.*s\" or \"%.*s\"", SHOWN, a + from, SHOWN, b + from);
    json_t *shown = json_string(text);
    return shown ? shown : json_string("(not shown: a character is cut)");
}

static void note(json_t *differences, const struct output_kind *kind, json_t *row,
                 const char *column, const char *a, const char *b)
{
    SCOPED_TEXT where =
        memory_print("%s,%s", kind->name, kind->subject ? cell(row, kind->subject) : "");
    if (!json_object_get(differences, where))
        json_object_set_new(differences, where, json_object());
    json_t *columns = json_object_get(differences, where);
    if (!json_object_get(columns, column))
        json_object_set_new(columns, column, show_parting(a, b));
}

/* Are they rows about the same thing? Without a key, rows that are alike. */
static bool is_same_row(const struct output_kind *kind, json_t *a, json_t *b)
{
    if (!kind->key)
        return json_equal(a, b);
    struct slice rest = slice_of(kind->key), part;
    while (slice_next_part(&rest, ' ', &part)) {
        SCOPED_TEXT column = slice_copy(part);
        if (strcmp(cell(a, column), cell(b, column)) != 0)
            return false;
    }
    return true;
}

static void compare_cells(json_t *differences, const struct output_kind *kind, json_t *a, json_t *b)
{
    const char *column = NULL;
    json_t *value = NULL;
    json_object_foreach(a, column, value)
    {
        if (!json_equal(value, json_object_get(b, column)))
            note(differences, kind, a, column, json_string_value(value), cell(b, column));
    }
}

static void note_row(json_t *differences, const struct output_kind *kind, json_t *row)
{
    char *text = json_dumps(row, 0);
    note(differences, kind, row, "row", text, "");
    free(text);
}

/* Which row of b, none of them used before, is about the same; b's size where none is. */
static size_t find_row(const struct output_kind *kind, json_t *row, json_t *b, const bool *used,
                       size_t guess)
{
    size_t count = json_array_size(b);
    if (guess < count && !used[guess] && is_same_row(kind, row, json_array_get(b, guess)))
        return guess;
    for (size_t i = 0; i < count; i++)
        if (!used[i] && is_same_row(kind, row, json_array_get(b, i)))
            return i;
    return count;
}

static void compare_tables(json_t *differences, const struct output_kind *kind, json_t *a,
                           json_t *b)
{
    size_t count = json_array_size(b), last = 0;
    bool *used = memory_new(count + 1, sizeof *used);
    for (size_t i = 0; i < json_array_size(a); i++) {
        json_t *row = json_array_get(a, i);
        size_t at = find_row(kind, row, b, used, i);
        if (at == count) {
            note_row(differences, kind, row);
            continue;
        }
        used[at] = true;
        compare_cells(differences, kind, row, json_array_get(b, at));
        if (at < last)
            note(differences, kind, row, "order", "", "");
        last = at > last ? at : last;
    }
    for (size_t i = 0; i < count; i++)
        if (!used[i])
            note_row(differences, kind, json_array_get(b, i));
    free(used);
}

/* Outputs of one row whose columns are what is told apart. */
static bool is_single_row(json_t *a, json_t *b)
{
    return json_array_size(a) == 1 && json_array_size(b) == 1;
}

void differences_add(json_t *differences, json_t *a, json_t *b)
{
    for (size_t i = 0; i < output_kind_count; i++) {
        const struct output_kind *kind = &output_kinds[i];
        json_t *left = json_object_get(a, kind->name), *right = json_object_get(b, kind->name);
        if (!left || json_equal(left, right))
            continue;
        if (!kind->key && is_single_row(left, right))
            compare_cells(differences, kind, json_array_get(left, 0), json_array_get(right, 0));
        else
            compare_tables(differences, kind, left, right);
    }
}

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

char *differences_line(const char *where, json_t *columns)
{
    size_t count = 0, size = 0;
    const char **names = memory_new(json_object_size(columns) + 1, sizeof *names);
    const char *column = NULL;
    json_t *example = NULL;
    json_object_foreach(columns, column, example) names[count++] = column;
    qsort(names, count, sizeof *names, compare_texts);
    char *line = NULL;
    FILE *out = open_memstream(&line, &size);
    fprintf(out, "%s,", where);
    for (size_t i = 0; i < count; i++)
        fprintf(out, "%s%s", i ? " " : "", names[i]);
    fclose(out);
    free(names);
    return line;
}
