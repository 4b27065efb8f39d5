/* SPDX-License-Identifier: MIT */
#include "report/markdown.h"

#include "base/error.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

void markdown_write(const char *text, FILE *out)
{
    cmark_node *document = cmark_parse_document(text, strlen(text), CMARK_OPT_DEFAULT);
    cmark_node *title = cmark_node_first_child(document);
    cmark_node *next = title ? cmark_node_next(title) : NULL;
    if (title && cmark_node_get_type(title) == CMARK_NODE_HEADING)
        cmark_node_free(title);
    for (cmark_node *node = next; node; node = cmark_node_next(node))
        if (cmark_node_get_type(node) == CMARK_NODE_HEADING)
            cmark_node_set_heading_level(node, cmark_node_get_heading_level(node) + 1);
    char *html = cmark_render_html(document, CMARK_OPT_DEFAULT);
    cmark_node_free(document);
    if (!html)
        memory_exhausted();
    fputs(html, out);
    free(html);
}
