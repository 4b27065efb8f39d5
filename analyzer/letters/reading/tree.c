/* SPDX-License-Identifier: MIT */
#include "letters/reading/tree.h"

#include "base/memory.h"
#include "letters/reading/unreadable.h"

#include <libxml/parser.h>
#include <stdint.h>
#include <stdlib.h>

enum { SHORT_ROW_BYTES = 200 };

static void leave(const struct tree_reader *reader, void *context, struct tree_walk *walk)
{
    struct tree_frame *frame = &walk->frames[walk->depth - 1];
    if (reader->leave)
        reader->leave(context, walk, frame);
    while (frame->mark_count > 0)
        writer_close_mark(walk->writer, frame->marks[--frame->mark_count]);
    if (frame->has_link)
        writer_close_link(walk->writer, frame->link);
    if (frame->is_short_row)
        walk->writer->holds_line = false;
    walk->depth--;
}

/* True where its children are next. */
static bool visit(const struct tree_reader *reader, void *context, struct tree_walk *walk,
                  xmlNode *node)
{
    bool is_text = node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
    if (is_text && node->content && reader->words)
        reader->words(context, walk, node);
    if (node->type != XML_ELEMENT_NODE)
        return false;
    walk->frames = memory_grow(walk->frames, walk->depth, &walk->room, sizeof *walk->frames);
    struct tree_frame *frame = &walk->frames[walk->depth++];
    *frame = (struct tree_frame){.node = node};
    if (reader->enter(context, walk, frame) && node->children)
        return true;
    leave(reader, context, walk);
    return false;
}

void tree_walk(xmlNode *root, const struct tree_reader *reader, void *context,
               struct letter_writer *writer)
{
    struct tree_walk walk = {.writer = writer};
    xmlNode *node = root;
    bool goes_down = visit(reader, context, &walk, node);
    while (goes_down || node != root) {
        if (goes_down) {
            node = node->children;
        } else if (node->next) {
            node = node->next;
        } else {
            node = node->parent;
            leave(reader, context, &walk);
            continue;
        }
        goes_down = visit(reader, context, &walk, node);
    }
    free(walk.frames);
}

void tree_mark(struct tree_walk *walk, struct tree_frame *frame, enum letter_mark_kind kind)
{
    if (frame->mark_count < TREE_MARKS)
        frame->marks[frame->mark_count++] = writer_open_mark(walk->writer, kind);
}

void tree_link(struct tree_walk *walk, struct tree_frame *frame, struct slice address)
{
    if (frame->has_link)
        return;
    frame->link = writer_open_link(walk->writer, address);
    frame->has_link = true;
}

struct tree_frame *tree_above(const struct tree_walk *walk, const struct tree_frame *frame)
{
    size_t at = (size_t)(frame - walk->frames);
    return at ? &walk->frames[at - 1] : NULL;
}

bool tree_is(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

xmlNode *tree_child(const xmlNode *node, const char *name)
{
    xmlNode *child = node ? node->children : NULL;
    while (child && !tree_is(child, name))
        child = child->next;
    return child;
}

const char *tree_attribute(const xmlNode *node, const char *name)
{
    for (const xmlAttr *a = node->properties; a; a = a->next)
        if (strcmp((const char *)a->name, name) == 0)
            return a->children && a->children->type == XML_TEXT_NODE && !a->children->next
                       ? (const char *)a->children->content
                       : "";
    return "";
}

/* Weights stand in _private, which libxml2 leaves to its users. */
static void add_weight(xmlNode *element, size_t weight)
{
    if (element)
        element->_private = (void *)((uintptr_t)element->_private + weight);
}

size_t tree_weight(const xmlNode *element)
{
    return (size_t)(uintptr_t)element->_private;
}

struct weighing {
    bool (*is_left_out)(const xmlNode *element);
};

static bool weigh_enter(void *context, struct tree_walk *walk, struct tree_frame *frame)
{
    const struct weighing *weighing = context;
    (void)walk;
    frame->node->_private = NULL;
    return !weighing->is_left_out || !weighing->is_left_out(frame->node);
}

static void weigh_leave(void *context, struct tree_walk *walk, struct tree_frame *frame)
{
    (void)context;
    if (tree_above(walk, frame))
        add_weight(frame->node->parent, tree_weight(frame->node));
}

static void weigh_words(void *context, struct tree_walk *walk, const xmlNode *text)
{
    (void)context, (void)walk;
    size_t weight = 0;
    for (const xmlChar *c = text->content; *c; c++)
        weight += *c > ' ';
    add_weight(text->parent, weight);
}

void tree_weigh(xmlNode *root, bool (*is_left_out)(const xmlNode *element))
{
    static const struct tree_reader weigher = {weigh_enter, weigh_leave, weigh_words};
    struct weighing weighing = {is_left_out};
    struct letter_writer none = {0};
    tree_walk(root, &weigher, &weighing, &none);
}

struct counting {
    bool (*is_block)(const xmlNode *element);
    const xmlNode *row;
    int blocks; /* in the cell that the walk is in */
    bool is_too_much;
};

static bool count_enter(void *context, struct tree_walk *walk, struct tree_frame *frame)
{
    struct counting *c = context;
    (void)walk;
    if (frame->node->parent == c->row)
        c->blocks = 0;
    else if (frame->node != c->row && c->is_block(frame->node))
        c->is_too_much = c->is_too_much || ++c->blocks > 1;
    return !c->is_too_much;
}

static bool is_short(xmlNode *row, bool (*is_block)(const xmlNode *element))
{
    static const struct tree_reader counter = {count_enter, NULL, NULL};
    struct counting c = {.is_block = is_block, .row = row};
    struct letter_writer none = {0};
    if (tree_weight(row) > SHORT_ROW_BYTES)
        return false;
    tree_walk(row, &counter, &c, &none);
    return !c.is_too_much;
}

void tree_begin_row(struct tree_walk *walk, struct tree_frame *frame,
                    bool (*is_block)(const xmlNode *element))
{
    writer_break(walk->writer, 1);
    if (walk->writer->holds_line || !is_short(frame->node, is_block))
        return;
    frame->is_short_row = true;
    walk->writer->holds_line = true;
}

void tree_begin_cell(struct tree_walk *walk)
{
    if (walk->writer->holds_line)
        writer_gap(walk->writer, '\t');
    else
        writer_break(walk->writer, 1);
}

bool tree_is_bounded(struct slice markup, const char *instead, char **ret_reason)
{
    size_t signs = 0;
    for (size_t i = 0; i < markup.length; i++)
        signs += markup.bytes[i] == '<' || markup.bytes[i] == '=';
    return signs <= TREE_SIGNS_MAX ||
           unreadable(ret_reason, "it holds more than %d elements and attributes: %s",
                      TREE_SIGNS_MAX, instead);
}

xmlDoc *tree_read_xml(struct slice bytes, const char *what, const char *instead, char **ret_reason)
{
    if (!tree_is_bounded(bytes, instead, ret_reason))
        return NULL;
    bool declares = memmem(bytes.bytes, bytes.length, "<!DOCTYPE", 9) != NULL;
    xmlDoc *doc = declares
                      ? NULL
                      : xmlReadMemory(bytes.bytes, (int)bytes.length, NULL, NULL,
                                      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (doc && !doc->intSubset && xmlDocGetRootElement(doc))
        return doc;
    declares = declares || (doc && doc->intSubset);
    xmlFreeDoc(doc);
    unreadable(ret_reason,
               "%s in it %s: open it in the program that made it and save it again, or %s", what,
               declares ? "declares a document type" : "is damaged, or too deep", instead);
    return NULL;
}
