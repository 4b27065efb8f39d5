/* SPDX-License-Identifier: MIT
 * What a reader sees in an element of a page: its words, line by line, and where it links to.
 */
#ifndef CONCORD_IMPORTS_SOURCES_PAGE_WORDS_H
#define CONCORD_IMPORTS_SOURCES_PAGE_WORDS_H

#include "base/slice.h"

#include <libxml/tree.h>
#include <stdbool.h>

struct page_words {
    char *text;    /* lines with one space between words; of a list of terms "term: words" */
    char *link;    /* the first address, or NULL */
    char *linked;  /* the words of that link, in one line, or NULL */
    char *further; /* "also links to ...", or NULL */
};

/* `is_left_out`: elements of which nothing is taken; NULL: none but what nobody sees. */
struct page_words page_words_of(xmlNode *element, const char *base,
                                bool (*is_left_out)(const xmlNode *element));
void page_words_done(struct page_words *words);

/* Furniture of a site, for whatever reason: menus, footers, what is said of cookies. */
bool page_is_furniture(const xmlNode *element);
/* The same of it or what it stands in. */
bool page_is_in_furniture(const xmlNode *element);

/* Does the page itself hide it? */
bool page_is_hidden(const xmlNode *element);

/* The next element in the order of the page, down into `node` unless it is skipped, up to the end
 * of `root`; NULL at the end. */
xmlNode *page_next(xmlNode *node, const xmlNode *root, bool is_skipped);

bool page_has(xmlNode *element, const char *name);

#endif
