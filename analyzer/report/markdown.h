/* SPDX-License-Identifier: MIT
 * A document of ours, written in CommonMark, as part of a page.
 */
#ifndef CONCORD_REPORT_MARKDOWN_H
#define CONCORD_REPORT_MARKDOWN_H

#include <stdio.h>

/* Writes HTML elements; the document's first heading is left out and all others stand one
 * level lower, since the page has a heading of its own. Raw HTML in the text is not taken
 * over. Write errors stay in the stream. */
void markdown_write(const char *text, FILE *out);

#endif
