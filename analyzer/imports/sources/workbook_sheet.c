/* SPDX-License-Identifier: MIT */
#include "imports/sources/workbook_sheet.h"

#include "base/memory.h"
#include "base/text.h"
#include "imports/sources/readers.h"
#include "letters/reading/tree.h"
#include "letters/reading/unreadable.h"

#include <stdlib.h>
#include <strings.h>

enum { ROWS_MAX = 1048576, COLUMNS_MAX = 16384, LETTERS = 26 };
#define WORDS_MAX ((size_t)256 << 20)

bool sheet_place(const char *text, int *ret_column, int *ret_row)
{
    int column = 0, row = 0;
    text += *text == '$';
    for (; *text >= 'A' && *text <= 'Z' && column <= COLUMNS_MAX; text++)
        column = column * LETTERS + (*text - 'A' + 1);
    text += *text == '$';
    for (; *text >= '0' && *text <= '9' && row <= ROWS_MAX; text++)
        row = row * 10 + (*text - '0');
    *ret_column = column;
    *ret_row = row;
    return !*text && column > 0 && column <= COLUMNS_MAX && row > 0 && row <= ROWS_MAX;
}

const char *sheet_column_name(int column, char out[SHEET_COLUMN_BYTES])
{
    char *at = out + SHEET_COLUMN_BYTES - 1;
    *at = '\0';
    for (; column > 0 && at > out; column = (column - 1) / LETTERS)
        *--at = (char)('A' + (column - 1) % LETTERS);
    return at;
}

bool sheet_is_in(const struct sheet_span *spans, size_t count, int number)
{
    for (size_t i = 0; i < count; i++)
        if (number >= spans[i].first && number <= spans[i].last)
            return true;
    return false;
}

static int compare(const void *left, const void *right)
{
    const struct sheet_cell *a = left, *b = right;
    int rows = (a->row > b->row) - (a->row < b->row);
    return rows ? rows : (a->column > b->column) - (a->column < b->column);
}

struct sheet_cell *sheet_add(struct sheet *sheet, const struct sheet_cell *cell)
{
    sheet->cells = memory_grow(sheet->cells, sheet->count, &sheet->room, sizeof *sheet->cells);
    sheet->cells[sheet->count] = *cell;
    sheet->words += cell->words.length;
    return &sheet->cells[sheet->count++];
}

/* A place that a damaged sheet fills twice keeps one of the two. */
void sheet_sort(struct sheet *sheet)
{
    size_t kept = 0;
    if (sheet->count)
        qsort(sheet->cells, sheet->count, sizeof *sheet->cells, compare);
    for (size_t i = 0; i < sheet->count; i++)
        if (kept == 0 || compare(&sheet->cells[kept - 1], &sheet->cells[i]) != 0)
            sheet->cells[kept++] = sheet->cells[i];
    sheet->count = kept;
}

struct sheet_cell *sheet_find(struct sheet *sheet, size_t sorted, int row, int column)
{
    struct sheet_cell wanted = {.row = row, .column = column};
    return sorted ? bsearch(&wanted, sheet->cells, sorted, sizeof *sheet->cells, compare) : NULL;
}

/* The address of a formula that is one: HYPERLINK("https://...","letter"). One that is worked out
 * is not known. */
static const char *formula_link(const xmlNode *formula, struct arena *arena)
{
    static const char name[] = "HYPERLINK(";
    const xmlNode *words = formula ? formula->children : NULL;
    if (!words || !words->content)
        return NULL;
    const char *text = (const char *)words->content;
    text += strspn(text, "=+ ");
    if (strncasecmp(text, name, sizeof name - 1) != 0)
        return NULL;
    text += sizeof name - 1;
    text += strspn(text, " ");
    size_t length = *text == '"' ? strcspn(text + 1, "\"") : 0;
    const char *behind = length ? text + 1 + length : "";
    behind += strspn(behind, "\" ");
    return length && (*behind == ',' || *behind == ')')
               ? arena_copy(arena, (struct slice){text + 1, length})
               : NULL;
}

static struct slice text_in(const xmlNode *element, struct arena *arena)
{
    xmlChar *text = element ? xmlNodeGetContent(element) : NULL;
    struct slice all = slice_of(text ? (const char *)text : "");
    struct slice copy = {arena_copy(arena, all), all.length};
    xmlFree(text);
    return copy;
}

static void take_number(const struct workbook *book, struct arena *arena, const xmlNode *c,
                        struct sheet_cell *cell)
{
    char out[WORKBOOK_NUMBER_BYTES];
    if (!cell->words.length)
        return;
    cell->kind = workbook_number(&book->styles, strtoul(tree_attribute(c, "s"), NULL, 10),
                                 cell->words.bytes, out);
    if (strcmp(cell->kind, "text") != 0)
        cell->words = slice_of(arena_copy(arena, slice_of(out)));
}

/* An ISO day, with or without a time behind it. */
static void take_iso_day(struct sheet_cell *cell)
{
    enum { ISO_DAY = 10 };
    cell->words.length = cell->words.length > ISO_DAY ? ISO_DAY : cell->words.length;
    cell->kind = cell->words.length == ISO_DAY ? "day" : "text";
}

static void take_shared(const struct workbook *book, struct sheet_cell *cell)
{
    char *end;
    size_t number = strtoul(cell->words.bytes, &end, 10);
    bool is_known = cell->words.length && !*end && number < book->string_count;
    cell->words = is_known ? book->strings[number] : slice_of("");
}

/* Takes what the cell says; its value stands in `words` before. */
static void take_value(const struct workbook *book, struct arena *arena, const xmlNode *c,
                       struct sheet_cell *cell)
{
    const char *type = tree_attribute(c, "t");
    cell->words = text_in(tree_child(c, "v"), arena);
    if (strcmp(type, "s") == 0)
        take_shared(book, cell);
    else if (strcmp(type, "inlineStr") == 0)
        cell->words = workbook_words(tree_child(c, "is"), arena);
    else if (strcmp(type, "e") == 0)
        cell->kind = "error";
    else if (strcmp(type, "b") == 0) {
        cell->kind = cell->words.length ? "boolean" : NULL;
        cell->words = slice_of(slice_is(cell->words, "1")   ? "TRUE"
                               : slice_is(cell->words, "0") ? "FALSE"
                                                            : "");
    } else if (strcmp(type, "d") == 0)
        take_iso_day(cell);
    else if (strcmp(type, "str") != 0)
        take_number(book, arena, c, cell);
}

static void read_cell(const struct workbook *book, struct arena *arena, const xmlNode *c,
                      struct sheet_cell place, struct sheet *sheet)
{
    const xmlNode *formula = tree_child(c, "f");
    take_value(book, arena, c, &place);
    place.link = formula_link(formula, arena);
    if (formula && !place.words.length && !tree_child(c, "v") && sheet->valueless++ == 0)
        sheet->valueless_at = place.row;
    if (slice_trim(place.words).length || place.link)
        sheet_add(sheet, &place);
}

static void add_span(struct sheet_span **spans, size_t *count, size_t *room, struct sheet_span span)
{
    struct sheet_span *last = *count ? &(*spans)[*count - 1] : NULL;
    if (last && last->last + 1 == span.first) {
        last->last = span.last;
        return;
    }
    *spans = memory_grow(*spans, *count, room, sizeof **spans);
    (*spans)[(*count)++] = span;
}

/* Hidden, or so narrow that nobody sees it. */
static bool is_hidden(const xmlNode *node, const char *size)
{
    const char *given = tree_attribute(node, size);
    return workbook_flag(node, "hidden") || (*given && !(strtod(given, NULL) > 0));
}

static bool read_row(const struct workbook *book, struct arena *arena, const xmlNode *row,
                     int number, struct sheet *sheet)
{
    int column = 0;
    if (is_hidden(row, "ht"))
        add_span(&sheet->hidden_rows, &sheet->hidden_row_count, &sheet->hidden_row_room,
                 (struct sheet_span){number, number});
    for (xmlNode *c = workbook_first(row, "c"); c; c = workbook_next(c)) {
        const char *place = tree_attribute(c, "r");
        int its_row = number;
        column++;
        if (*place && !sheet_place(place, &column, &its_row))
            return false;
        read_cell(book, arena, c, (struct sheet_cell){.row = its_row, .column = column}, sheet);
        if (column > COLUMNS_MAX || sheet->words > WORDS_MAX)
            return false;
    }
    return true;
}

bool sheet_read_cells(const struct workbook *book, struct arena *arena, const xmlNode *root,
                      struct sheet *sheet, char **ret_reason)
{
    long number = 0;
    const xmlNode *data = workbook_first(root, "sheetData");
    for (xmlNode *row = workbook_first(data, "row"); row; row = workbook_next(row)) {
        const char *given = tree_attribute(row, "r");
        number = *given ? strtol(given, NULL, 10) : number + 1;
        if (number < 1 || number > ROWS_MAX || !read_row(book, arena, row, (int)number, sheet))
            return unreadable(ret_reason,
                              "a sheet in it has a cell at no place, or holds more than %zu MiB "
                              "of text: open it in the program that made it and %s",
                              WORDS_MAX >> 20, source_limits.instead);
    }
    const xmlNode *columns = workbook_first(root, "cols");
    for (xmlNode *c = workbook_first(columns, "col"); c; c = workbook_next(c))
        if (is_hidden(c, "width"))
            add_span(&sheet->hidden_columns, &sheet->hidden_column_count,
                     &sheet->hidden_column_room,
                     (struct sheet_span){(int)strtol(tree_attribute(c, "min"), NULL, 10),
                                         (int)strtol(tree_attribute(c, "max"), NULL, 10)});
    sheet_sort(sheet);
    return true;
}

bool sheet_read(struct workbook *book, const char *part, struct sheet *ret_sheet, char **ret_reason)
{
    *ret_sheet = (struct sheet){0};
    xmlDoc *doc = archive_read_xml(book->archive, part, ret_reason);
    if (!doc)
        return false;
    const xmlNode *root = xmlDocGetRootElement(doc);
    bool ok = sheet_read_cells(book, &book->arena, root, ret_sheet, ret_reason) &&
              sheet_read_extras(book, part, root, ret_sheet, ret_reason);
    xmlFreeDoc(doc);
    return ok;
}

void sheet_done(struct sheet *sheet)
{
    free(sheet->cells);
    free(sheet->hidden_rows);
    free(sheet->hidden_columns);
    *sheet = (struct sheet){0};
}
