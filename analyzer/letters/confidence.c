/* SPDX-License-Identifier: MIT */
#include "letters/confidence.h"

#include "base/text.h"
#include "letters/table_file.h"

#include <stdlib.h>

static bool read_count(struct slice cell, int *ret)
{
    char text[16];
    *ret = 0;
    if (cell.length == 0 || cell.length > 9)
        return false;
    for (size_t i = 0; i < cell.length; i++) {
        if (cell.bytes[i] < '0' || cell.bytes[i] > '9')
            return false;
        text[i] = cell.bytes[i];
    }
    text[cell.length] = '\0';
    *ret = (int)strtol(text, NULL, 10);
    return true;
}

static bool add_count(struct confidence_book *book, const struct table_file *table,
                      struct error *err)
{
    book->counts =
        arena_grow(&book->arena, book->counts, book->count, &book->room, sizeof *book->counts);
    struct confidence_count *count = &book->counts[book->count++];
    *count =
        (struct confidence_count){.class = arena_copy(&book->arena, table_file_cell(table, 0))};
    int *const numbers[] = {&count->letters, &count->rows, &count->stance_right, &count->row_right};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (!read_count(table_file_cell(table, i + 1), numbers[i]))
            return error_set(err, ERROR_INPUT, table->path, table->row.line, NULL,
                             "a count is a number of up to nine digits");
    return true;
}

bool confidence_load(struct confidence_book *ret, struct error *err)
{
    static const char *const columns[] = {"class",        "letters",   "rows",
                                          "stance_right", "row_right", NULL};
    struct table_file table;
    *ret = (struct confidence_book){0};
    bool ok = table_file_open("datasets/reference/classify-confidence.csv", columns, &table, err);
    while (ok && table_file_next(&table, err))
        ok = add_count(ret, &table, err);
    ok = ok && table.row.event == CSV_END;
    table_file_close(&table);
    return ok;
}

void confidence_done(struct confidence_book *book)
{
    arena_done(&book->arena);
}

void confidence_class(const struct letter_row *row, char *out, size_t size)
{
    text_fit(out, size, "%c %s", row->reading, row->confidence.class);
}

bool confidence_parent(char *class)
{
    char *last = strrchr(class, ' ');
    if (last)
        *last = '\0';
    return last != NULL;
}

double confidence_share(int right, int n)
{
    return (right + 1.0) / (n + 2.0);
}

static const struct confidence_count *find(const struct confidence_book *book, const char *class)
{
    for (size_t i = 0; i < book->count; i++)
        if (strcmp(book->counts[i].class, class) == 0)
            return &book->counts[i];
    return NULL;
}

void confidence_give(const struct confidence_book *book, struct letter_row *row)
{
    char class[CONFIDENCE_CLASS_BYTES];
    confidence_class(row, class, sizeof class);
    do {
        const struct confidence_count *count = find(book, class);
        if (!count || count->letters < CONFIDENCE_LETTERS_MIN)
            continue;
        row->confidence.n = count->rows;
        row->confidence.stance = confidence_share(count->stance_right, count->rows);
        row->confidence.row = confidence_share(count->row_right, count->rows);
        return;
    } while (confidence_parent(class));
}
