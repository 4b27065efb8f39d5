/* SPDX-License-Identifier: MIT
 * A page while its tables and lists are read.
 */
#ifndef CONCORD_IMPORTS_SOURCES_PAGE_PARTS_H
#define CONCORD_IMPORTS_SOURCES_PAGE_PARTS_H

#include "imports/sources/source_writer.h"
#include "letters/reading/html_page.h"

struct page_reading {
    struct source_writer *writer;
    struct html_origin origin;
    xmlNode *root;
    int tables, lists;
};

/* A table of the page begins: its title is the caption, the heading above `place` and the title of
 * the page, each that there is. */
void page_begin_table(struct page_reading *page, const char *caption, xmlNode *place, bool is_list);

/* Is it a table with rows, that holds no other, and no furniture of the site? */
bool page_is_data_table(xmlNode *table);
size_t page_count_rows(xmlNode *table);
void page_write_table(struct page_reading *page, xmlNode *table);

/* Things that stand one below the other: items of lists, articles, lists of terms. The list is in
 * no order but that of the page; the caller frees it. */
struct page_items {
    xmlNode **list;
    size_t count, room;
};
struct page_items page_find_items(xmlNode *root);

/* As a table: the words of the link are the title, lines like "Date: 3 May 2024" columns of their
 * own, other lines details. A list that ends begins a new table. */
void page_write_items(struct page_reading *page, const struct page_items *items);

#endif
