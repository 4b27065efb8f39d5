/* SPDX-License-Identifier: MIT
 * What the elements of a page mean for its text.
 */
#ifndef CONCORD_LETTERS_READING_HTML_ELEMENTS_H
#define CONCORD_LETTERS_READING_HTML_ELEMENTS_H

#include "letters/letter_text.h"

#include <libxml/tree.h>

enum html_flow {
    HTML_INLINE,
    HTML_LINE,      /* begins and ends a line */
    HTML_PARAGRAPH, /* with an empty one around it */
    HTML_DELETED,   /* holds words that are struck out: of them its mark remains */
    HTML_LEFT_OUT   /* holds no words for a reader */
};

enum { HTML_NO_MARK = -1 };

struct html_element {
    const char *name;
    enum html_flow flow;
    int mark; /* enum letter_mark_kind, or HTML_NO_MARK */
};

/* An element that is not known is inline. */
const struct html_element *html_element_of(const xmlNode *element);

/* Is it furniture by its kind, class, id or role, whatever it holds? */
bool html_is_chrome(const xmlNode *element);

/* Is it furniture only where it does not hold the letter: a form, which some sites put around the
 * whole page, a header, which an article has too, or a class or id that says so? */
bool html_may_be_chrome(const xmlNode *element);

/* By its class: a message that this one answers. */
bool html_is_quoted(const xmlNode *element);

bool html_is_left_out(const xmlNode *element);
bool html_is_block(const xmlNode *element);

#endif
