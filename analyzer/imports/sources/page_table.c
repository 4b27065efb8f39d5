/* SPDX-License-Identifier: MIT
 * The tables of a page, with cells that span several.
 */
#include "imports/sources/page_parts.h"

#include "base/memory.h"
#include "imports/sources/page_words.h"
#include "letters/reading/tree.h"

#include <stdlib.h>
#include <strings.h>

enum { COLUMNS_MAX = 512, SPAN_MAX = 1000 };

/* A cell that goes on into the rows below. */
struct spanning {
    int rows; /* that it still covers */
    struct page_words words;
    bool is_copy; /* words are those of a column before */
    int from;
};

struct table_walk {
    struct source_writer *writer;
    const char *base;
    struct spanning below[COLUMNS_MAX];
    int columns; /* as many of them are in use */
};

static int span(const xmlNode *cell, const char *name)
{
    long value = strtol(tree_attribute(cell, name), NULL, 10);
    return value < 1 ? 1 : value > SPAN_MAX ? SPAN_MAX : (int)value;
}

static void write_words(struct table_walk *t, int column, const struct page_words *words,
                        bool is_filled)
{
    source_add_cell(t->writer, column + 1,
                    &(struct source_cell){.words = slice_of(words->text),
                                          .link = words->link,
                                          .comment = words->further,
                                          .is_filled = is_filled});
}

/* What cells above cover, up to the first free column from that on. */
static int pass_covered(struct table_walk *t, int column)
{
    while (column < t->columns && t->below[column].rows > 0) {
        struct spanning *s = &t->below[column];
        const struct page_words *words = s->is_copy ? &t->below[s->from].words : &s->words;
        if (words->text)
            write_words(t, column, words, true);
        s->rows--;
        column++;
    }
    return column;
}

static void forget(struct spanning *s)
{
    page_words_done(&s->words);
    *s = (struct spanning){0};
}

static int write_cell(struct table_walk *t, int column, xmlNode *cell)
{
    struct page_words words = page_words_of(cell, t->base, NULL);
    int width = span(cell, "colspan"), height = span(cell, "rowspan"), from = column;
    for (int i = 0; i < width && column < COLUMNS_MAX; i++, column++) {
        write_words(t, column, &words, i > 0);
        if (column >= t->columns)
            t->columns = column + 1;
        forget(&t->below[column]);
        t->below[column].rows = height - 1;
        t->below[column].is_copy = i > 0;
        t->below[column].from = from;
    }
    if (from < COLUMNS_MAX && height > 1)
        t->below[from].words = words;
    else
        page_words_done(&words);
    return column;
}

static bool is_cell(const xmlNode *node)
{
    return tree_is(node, "td") || tree_is(node, "th");
}

/* In the head or foot of the table, or with nothing but cells that head others. */
static bool is_marked(const xmlNode *row)
{
    if (row->parent && (tree_is(row->parent, "thead") || tree_is(row->parent, "tfoot")))
        return true;
    int heads = 0, cells = 0;
    for (const xmlNode *n = row->children; n; n = n->next) {
        cells += is_cell(n);
        heads += tree_is(n, "th");
    }
    return cells > 0 && cells == heads;
}

static bool has_no_cell(const xmlNode *row)
{
    for (const xmlNode *n = row->children; n; n = n->next)
        if (is_cell(n))
            return false;
    return true;
}

static void write_row(struct table_walk *t, xmlNode *row)
{
    if (has_no_cell(row))
        return;
    source_begin_row(t->writer, &(struct source_place){.line = xmlGetLineNo(row),
                                                       .is_hidden = page_is_hidden(row),
                                                       .is_marked = is_marked(row)});
    int column = pass_covered(t, 0);
    for (xmlNode *n = row->children; n; n = n->next) {
        if (!is_cell(n) || column >= COLUMNS_MAX)
            continue;
        column = write_cell(t, column, n);
        column = pass_covered(t, column);
    }
    pass_covered(t, column);
}

/* Old pages have the foot before the body. */
static void write_rows(struct table_walk *t, xmlNode *table, bool is_foot)
{
    for (xmlNode *n = page_next(table, table, false); n; n = page_next(n, table, false))
        if (tree_is(n, "tr") && (n->parent && tree_is(n->parent, "tfoot")) == is_foot)
            write_row(t, n);
}

/* "Cookie name, purpose, expires" */
static bool is_about_cookies(xmlNode *table)
{
    for (xmlNode *n = page_next(table, table, false); n; n = page_next(n, table, false)) {
        if (!tree_is(n, "tr"))
            continue;
        struct page_words words = page_words_of(n, NULL, NULL);
        bool is_so = strcasestr(words.text, "cookie") != NULL;
        page_words_done(&words);
        return is_so;
    }
    return false;
}

size_t page_count_rows(xmlNode *table)
{
    size_t rows = 0;
    for (xmlNode *n = page_next(table, table, false); n; n = page_next(n, table, false))
        rows += tree_is(n, "tr") && !has_no_cell(n);
    return rows;
}

bool page_is_data_table(xmlNode *table)
{
    return tree_is(table, "table") && !page_is_in_furniture(table) && !page_has(table, "table") &&
           page_count_rows(table) > 0 && !is_about_cookies(table);
}

static char *caption_of(xmlNode *table)
{
    xmlNode *caption = tree_child(table, "caption");
    struct page_words words = {0};
    if (caption)
        words = page_words_of(caption, NULL, NULL);
    char *text = words.text;
    words.text = NULL;
    page_words_done(&words);
    return text;
}

void page_write_table(struct page_reading *page, xmlNode *table)
{
    SCOPED_TEXT caption = caption_of(table);
    struct table_walk *t = memory_new(1, sizeof *t);
    *t = (struct table_walk){.writer = page->writer, .base = page->origin.base};
    page_begin_table(page, caption, table, false);
    write_rows(t, table, false);
    write_rows(t, table, true);
    for (int i = 0; i < COLUMNS_MAX; i++)
        forget(&t->below[i]);
    free(t);
}
