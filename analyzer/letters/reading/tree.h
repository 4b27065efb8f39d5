/* SPDX-License-Identifier: MIT
 * Walks a tree of libxml2 with a loop: how deep a stranger's document is must not decide how much
 * stack we need. And small things that readers of such trees share.
 */
#ifndef CONCORD_LETTERS_READING_TREE_H
#define CONCORD_LETTERS_READING_TREE_H

#include "base/slice.h"
#include "letters/reading/writer.h"

#include <libxml/tree.h>

enum { TREE_MARKS = 4 };

/* An element that the walk is in. */
struct tree_frame {
    xmlNode *node;
    size_t marks[TREE_MARKS], link; /* to be closed when it is left */
    int mark_count;
    bool has_link, is_short_row;
    int what;   /* as the reader likes */
    long count; /* of things in it, likewise */
};

struct tree_walk {
    struct letter_writer *writer;
    struct tree_frame *frames;
    size_t depth, room;
};

struct tree_reader {
    /* An element, the last of the frames. False: what is in it is left out. */
    bool (*enter)(void *context, struct tree_walk *walk, struct tree_frame *frame);
    /* The same when all that is in it was seen, also when it was left out. May be NULL. */
    void (*leave)(void *context, struct tree_walk *walk, struct tree_frame *frame);
    /* Text in an element that was entered. May be NULL. */
    void (*words)(void *context, struct tree_walk *walk, const xmlNode *text);
};

/* Marks and links of a frame are closed when it is left, after `leave`. */
void tree_walk(xmlNode *root, const struct tree_reader *reader, void *context,
               struct letter_writer *writer);

void tree_mark(struct tree_walk *walk, struct tree_frame *frame, enum letter_mark_kind kind);
void tree_link(struct tree_walk *walk, struct tree_frame *frame, struct slice address);

/* The element around that, or NULL. */
struct tree_frame *tree_above(const struct tree_walk *walk, const struct tree_frame *frame);

/* Is it an element with that local name? */
bool tree_is(const xmlNode *node, const char *name);

/* The first child of that local name, or NULL. */
xmlNode *tree_child(const xmlNode *node, const char *name);

/* The attribute of that local name, or "" where there is none or it is no plain text. Lives as the
 * tree. */
const char *tree_attribute(const xmlNode *node, const char *name);

/* All text that every element of the tree holds, in bytes without white space: once for the whole
 * tree, then read by tree_weight. `is_left_out` may be NULL. */
void tree_weigh(xmlNode *root, bool (*is_left_out)(const xmlNode *element));
size_t tree_weight(const xmlNode *element);

/* A row of a table, on a line of its own; what is short (little text, at most one element that
 * `is_block` in each cell) is one line, its cells divided by tabs. Needs the weights. */
void tree_begin_row(struct tree_walk *walk, struct tree_frame *frame,
                    bool (*is_block)(const xmlNode *element));
void tree_begin_cell(struct tree_walk *walk);

/* A tree takes some hundred times the bytes of an empty element: false with the reason where there
 * are more signs of markup than a letter of the greatest length has. */
enum { TREE_SIGNS_MAX = 2 << 20 };
bool tree_is_bounded(struct slice markup, const char *instead, char **ret_reason);

/* The document, or NULL with the reason: too much markup, not well-formed, deeper than libxml2
 * allows, or with a document type, which could name other files or grow without end. `what` names
 * it in the reason, `instead` is what else can be done (letter_limits).
 */
xmlDoc *tree_read_xml(struct slice bytes, const char *what, const char *instead, char **ret_reason);

#endif
