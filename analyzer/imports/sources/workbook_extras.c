/* SPDX-License-Identifier: MIT
 * What hangs on the cells of a sheet: links, comments, and merged cells, which count for all that
 * they cover.
 */
#include "imports/sources/workbook_sheet.h"

#include "base/memory.h"
#include "imports/sources/readers.h"
#include "letters/reading/tree.h"
#include "letters/reading/unreadable.h"

#include <stdlib.h>

/* How many cells all links and merged cells may cover together. */
enum { COVERED_MAX = 4000000 };

struct extras {
    struct workbook *book;
    struct sheet *sheet;
    size_t sorted; /* cells that are in order */
    long covered;
};

struct area {
    int first_column, first_row, last_column, last_row;
};

/* "A1" or "A1:B3". */
static bool read_area(const char *text, struct area *ret)
{
    SCOPED_TEXT first = slice_copy((struct slice){text, strcspn(text, ":")});
    const char *last = text[strlen(first)] ? text + strlen(first) + 1 : first;
    return sheet_place(first, &ret->first_column, &ret->first_row) &&
           sheet_place(last, &ret->last_column, &ret->last_row) &&
           ret->first_column <= ret->last_column && ret->first_row <= ret->last_row;
}

static void sort(struct extras *x)
{
    sheet_sort(x->sheet);
    x->sorted = x->sheet->count;
}

/* The cell at that place, which is made where it was empty. */
static struct sheet_cell *cell_at(struct extras *x, int row, int column)
{
    struct sheet_cell *found = sheet_find(x->sheet, x->sorted, row, column);
    return found ? found : sheet_add(x->sheet, &(struct sheet_cell){.row = row, .column = column});
}

/* The first of the ordered cells that stands in that row or below. */
static size_t first_in_row(const struct extras *x, int row)
{
    size_t low = 0, high = x->sorted;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (x->sheet->cells[middle].row < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void give_link(struct extras *x, const struct area *a, const char *address)
{
    if (a->first_row == a->last_row && a->first_column == a->last_column) {
        cell_at(x, a->first_row, a->first_column)->link = address;
        return;
    }
    for (size_t i = first_in_row(x, a->first_row); i < x->sorted; i++, x->covered++) {
        struct sheet_cell *cell = &x->sheet->cells[i];
        if (cell->row > a->last_row || x->covered > COVERED_MAX)
            return;
        if (cell->column >= a->first_column && cell->column <= a->last_column)
            cell->link = address;
    }
}

/* A place in the address is kept apart from it; one in the workbook is no address. */
static void read_links(struct extras *x, const xmlNode *root,
                       const struct workbook_relations *relations)
{
    const xmlNode *links = workbook_first(root, "hyperlinks");
    for (xmlNode *h = workbook_first(links, "hyperlink"); h; h = workbook_next(h)) {
        struct area area;
        const struct workbook_relation *to =
            workbook_relation_of_id(relations, tree_attribute(h, "id"));
        if (!to || !read_area(tree_attribute(h, "ref"), &area))
            continue;
        const char *place = tree_attribute(h, "location");
        SCOPED_TEXT address = memory_print("%s%s%s", to->target, *place ? "#" : "", place);
        give_link(x, &area, arena_copy(&x->book->arena, slice_of(address)));
    }
    sort(x);
}

static void add_comment(struct extras *x, const char *place, struct slice words, bool is_first_only)
{
    int row, column;
    words = slice_trim(words);
    if (!sheet_place(place, &column, &row) || !words.length)
        return;
    struct sheet_cell *cell = cell_at(x, row, column);
    if (cell->comment && is_first_only)
        return;
    SCOPED_TEXT all = cell->comment
                          ? memory_print("%s\n%.*s", cell->comment, (int)words.length, words.bytes)
                          : slice_copy(words);
    cell->comment = arena_copy(&x->book->arena, slice_of(all));
    x->sheet->words += strlen(all);
}

/* Comments with answers stand in a part of their own, and once more, with advice for old programs,
 * in the part that is read after it. */
static void read_threads(struct extras *x, const char *part)
{
    xmlDoc *doc = archive_try_xml(x->book->archive, part);
    const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
    for (xmlNode *c = workbook_first(root, "threadedComment"); c; c = workbook_next(c)) {
        xmlChar *text = xmlNodeGetContent(tree_child(c, "text"));
        add_comment(x, tree_attribute(c, "ref"), slice_of(text ? (const char *)text : ""), false);
        xmlFree(text);
        sort(x);
    }
    xmlFreeDoc(doc);
}

static void read_comments(struct extras *x, const char *part)
{
    xmlDoc *doc = archive_try_xml(x->book->archive, part);
    const xmlNode *list = doc ? workbook_first(xmlDocGetRootElement(doc), "commentList") : NULL;
    for (xmlNode *c = workbook_first(list, "comment"); c; c = workbook_next(c))
        add_comment(x, tree_attribute(c, "ref"),
                    workbook_words(tree_child(c, "text"), &x->book->arena), true);
    xmlFreeDoc(doc);
    sort(x);
}

static int last_column(const struct sheet *sheet)
{
    int last = 0;
    for (size_t i = 0; i < sheet->count; i++)
        last = sheet->cells[i].column > last ? sheet->cells[i].column : last;
    return last;
}

static void cover(struct extras *x, const struct sheet_cell *from, int row, int column)
{
    struct sheet_cell *found = sheet_find(x->sheet, x->sorted, row, column);
    struct sheet_cell copy = *from;
    copy.row = row;
    copy.column = column;
    copy.is_filled = true;
    x->covered++;
    if (found)
        *found = copy;
    else
        sheet_add(x->sheet, &copy);
}

/* Covers the rows that have cells of their own: one that is only covered is no row, but the space
 * that the row above takes. */
static void fill(struct extras *x, const struct area *a, int used_columns)
{
    const struct sheet_cell *first = sheet_find(x->sheet, x->sorted, a->first_row, a->first_column);
    if (!first)
        return;
    struct sheet_cell from = *first; /* the cells move when there are more */
    int last = a->last_column < used_columns ? a->last_column : used_columns, row = 0;
    for (size_t i = first_in_row(x, a->first_row); i < x->sorted; i++) {
        const struct sheet_cell *cell = &x->sheet->cells[i];
        if (cell->row > a->last_row || x->covered > COVERED_MAX)
            return;
        x->covered++;
        if (cell->row == row)
            continue;
        row = cell->row;
        for (int column = a->first_column; column <= last && x->covered <= COVERED_MAX; column++)
            if (row != a->first_row || column != a->first_column)
                cover(x, &from, row, column);
    }
}

static void read_merged(struct extras *x, const xmlNode *root)
{
    int used = last_column(x->sheet);
    const xmlNode *merged = workbook_first(root, "mergeCells");
    for (xmlNode *m = workbook_first(merged, "mergeCell"); m; m = workbook_next(m)) {
        struct area area;
        if (read_area(tree_attribute(m, "ref"), &area))
            fill(x, &area, used);
    }
    sort(x);
}

bool sheet_read_extras(struct workbook *book, const char *part, const xmlNode *root,
                       struct sheet *sheet, char **ret_reason)
{
    struct extras x = {.book = book, .sheet = sheet, .sorted = sheet->count};
    struct workbook_relations relations = workbook_relations_of(book->archive, part, &book->arena);
    const struct workbook_relation *threads =
        workbook_relation_of_type(&relations, "threadedComment");
    const struct workbook_relation *comments = workbook_relation_of_type(&relations, "comments");
    read_merged(&x, root);
    read_links(&x, root, &relations);
    if (threads)
        read_threads(&x, threads->target);
    if (comments)
        read_comments(&x, comments->target);
    return x.covered <= COVERED_MAX ||
           unreadable(ret_reason, "its links and merged cells cover more than %d cells: %s",
                      COVERED_MAX, source_limits.instead);
}
