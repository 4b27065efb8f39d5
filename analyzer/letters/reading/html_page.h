/* SPDX-License-Identifier: MIT
 * A page as a tree, and where it came from: what every reader of pages needs.
 */
#ifndef CONCORD_LETTERS_READING_HTML_PAGE_H
#define CONCORD_LETTERS_READING_HTML_PAGE_H

#include "base/slice.h"

#include <libxml/tree.h>
#include <stdbool.h>

/* The page, whose text is UTF-8, which the caller frees. False with the reason where it has too
 * much markup, is too deep, or is empty; `instead` is what else can be done (letter_limits). */
bool html_parse(struct slice text, const char *instead, xmlDoc **ret_doc, char **ret_reason);

/* Each NULL where the page does not say it. */
struct html_origin {
    char *title;   /* in one line */
    char *address; /* the canonical one, else that of og:url, else where a browser saved it from */
    char *base;    /* what its addresses are relative to: what it says, else its own address */
};

void html_origin_find(const xmlDoc *doc, struct html_origin *ret_origin);
void html_origin_done(struct html_origin *origin);

/* The address of an element that links somewhere, whole where the base is known; the caller frees.
 * NULL where it has none, or one that leads nowhere: a place in the page, a script. */
char *html_address(xmlNode *element, const char *base);

#endif
