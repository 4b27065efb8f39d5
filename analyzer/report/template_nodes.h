/* SPDX-License-Identifier: MIT
 * A template as it is kept between reading (report/template_parse.h) and rendering
 * (report/template.h): its tags and the text between them as one list, in their order. What
 * stands inside a tag follows it; `after` leads past it. Texts are borrowed from the source.
 */
#ifndef CONCORD_REPORT_TEMPLATE_NODES_H
#define CONCORD_REPORT_TEMPLATE_NODES_H

#include "store/query.h"

enum { TEMPLATE_PARAMETERS = 8 }; /* a query has no more */

enum node_kind {
    NODE_TEXT,
    NODE_FIELD,
    NODE_CSS,
    NODE_RAW,
    NODE_ROWS,
    NODE_NO_ROWS,
    NODE_IF,
    NODE_UNLESS
};

/* A column of one of the queries around a place. */
struct place {
    sqlite3_stmt *rows;
    int column;
};

struct node {
    enum node_kind kind;
    struct slice text;  /* NODE_TEXT; else the tag's name */
    struct place place; /* of the nodes that name a column */
    bool is_href;       /* NODE_FIELD */
    sqlite3_stmt *rows; /* NODE_ROWS, NODE_NO_ROWS; owned */
    struct place bound[TEMPLATE_PARAMETERS];
    size_t after; /* of a node with content: the first node behind it */
};

struct template
{
    struct node *nodes; /* owned */
    size_t count, room;
};

#endif
