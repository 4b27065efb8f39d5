/* SPDX-License-Identifier: MIT
 * A page as its reader sees it: blocks as lines, lists with their numbers, tables row by row. What
 * is furniture of the site is kept and marked, since what it is may be judged otherwise later.
 */
#include "letters/reading/formats.h"

#include "base/memory.h"
#include "letters/reading/html_elements.h"
#include "letters/reading/html_page.h"
#include "letters/reading/list_label.h"
#include "letters/reading/plain.h"
#include "letters/reading/tree.h"
#include "letters/reading/unreadable.h"

#include <stdlib.h>

/* What `what` of a frame says. */
enum { PLAIN, CHROME };

struct page {
    size_t weight;         /* of all its words */
    const xmlNode *letter; /* the first main in it, else article, else h1; or NULL */
    int letter_rank;
    const char *base; /* what addresses are relative to, or NULL */
};

/* The letter is in it, or most of the words. */
static bool holds_letter(const struct page *page, const xmlNode *element)
{
    const xmlNode *above = page->letter;
    while (above && above != element)
        above = above->parent;
    return above || tree_weight(element) * 2 > page->weight;
}

static bool is_chrome(const struct page *page, const xmlNode *element)
{
    return html_is_chrome(element) || (html_may_be_chrome(element) && !holds_letter(page, element));
}

static void mark(const struct page *page, struct tree_walk *walk, struct tree_frame *frame)
{
    const struct tree_frame *above = tree_above(walk, frame);
    int kind = html_element_of(frame->node)->mark;
    bool is_in_chrome = above && above->what == CHROME;
    if (is_in_chrome || kind == LETTER_MARK_CHROME || is_chrome(page, frame->node)) {
        frame->what = CHROME;
        kind = is_in_chrome ? HTML_NO_MARK : LETTER_MARK_CHROME;
    }
    if (kind != HTML_NO_MARK)
        tree_mark(walk, frame, (enum letter_mark_kind)kind);
    else if (frame->what != CHROME && html_is_quoted(frame->node))
        tree_mark(walk, frame, LETTER_MARK_QUOTED);
}

static void begin_item(struct tree_walk *walk, const struct tree_frame *frame)
{
    struct tree_frame *list = tree_above(walk, frame);
    bool is_numbered = list && tree_is(list->node, "ol");
    if (!is_numbered) {
        writer_label(walk->writer, "* ");
        return;
    }
    const char *start = tree_attribute(list->node, "start");
    const char *value = tree_attribute(frame->node, "value");
    if (list->count == 0 && *start)
        list->count = strtol(start, NULL, 10) - 1;
    list->count = *value ? strtol(value, NULL, 10) : list->count + 1;
    SCOPED_TEXT number = list_label_number(list->count, *tree_attribute(list->node, "type"));
    SCOPED_TEXT label = memory_print("%s. ", number);
    writer_label(walk->writer, label);
}

static void begin_link(const struct page *page, struct tree_walk *walk, struct tree_frame *frame)
{
    SCOPED_TEXT address = html_address(frame->node, page->base);
    if (address)
        tree_link(walk, frame, slice_of(address));
}

/* What is struck out, as a deletion in a word processor: a mark without words. */
static void leave_out(struct tree_walk *walk, const struct tree_frame *frame)
{
    int kind = html_element_of(frame->node)->mark;
    writer_close_mark(walk->writer, writer_open_mark(walk->writer, (enum letter_mark_kind)kind));
}

static bool enter(void *context, struct tree_walk *walk, struct tree_frame *frame)
{
    const struct page *page = context;
    enum html_flow flow = html_element_of(frame->node)->flow;
    if (flow == HTML_DELETED)
        leave_out(walk, frame);
    if (flow == HTML_LEFT_OUT || flow == HTML_DELETED)
        return false;
    if (flow != HTML_INLINE)
        writer_break(walk->writer, flow == HTML_PARAGRAPH ? 2 : 1);
    mark(page, walk, frame);
    if (tree_is(frame->node, "br"))
        writer_line(walk->writer);
    else if (tree_is(frame->node, "li"))
        begin_item(walk, frame);
    else if (tree_is(frame->node, "tr"))
        tree_begin_row(walk, frame, html_is_block);
    else if (tree_is(frame->node, "td") || tree_is(frame->node, "th"))
        tree_begin_cell(walk);
    else if (tree_is(frame->node, "a"))
        begin_link(page, walk, frame);
    else if (tree_is(frame->node, "pre"))
        walk->writer->keeps_space = true;
    return true;
}

static void leave(void *context, struct tree_walk *walk, struct tree_frame *frame)
{
    (void)context;
    enum html_flow flow = html_element_of(frame->node)->flow;
    if (tree_is(frame->node, "li"))
        writer_drop_label(walk->writer);
    else if (tree_is(frame->node, "pre"))
        walk->writer->keeps_space = false;
    if (flow == HTML_LINE || flow == HTML_PARAGRAPH)
        writer_break(walk->writer, flow == HTML_PARAGRAPH ? 2 : 1);
}

static void words(void *context, struct tree_walk *walk, const xmlNode *text)
{
    (void)context;
    struct slice said = slice_of((const char *)text->content);
    char *mended = NULL;
    size_t length = 0;
    if (plain_mend_controls(said, &mended, &length))
        said = (struct slice){mended, length};
    writer_words(walk->writer, said);
    free(mended);
}

/* A site has its own name as heading, so a heading is the weakest sign. */
static void find_letter(struct page *page, const xmlNode *node)
{
    int rank = tree_is(node, "main") ? 3 : tree_is(node, "article") ? 2 : tree_is(node, "h1");
    if (rank <= page->letter_rank)
        return;
    page->letter = node;
    page->letter_rank = rank;
}

static bool find(void *context, struct tree_walk *walk, struct tree_frame *frame)
{
    (void)walk;
    find_letter(context, frame->node);
    return true;
}

/* An e-mail whose body is a page has a subject of its own. */
static void give_once(char **from, char **to)
{
    if (*to)
        return;
    *to = *from;
    *from = NULL;
}

static void write_page(xmlDoc *doc, struct letter_writer *w)
{
    static const struct tree_reader searcher = {find, NULL, NULL};
    static const struct tree_reader reader = {enter, leave, words};
    xmlNode *root = xmlDocGetRootElement(doc);
    struct page page = {0};
    struct html_origin origin;
    html_origin_find(doc, &origin);
    give_once(&origin.title, &w->text->subject);
    give_once(&origin.address, &w->text->address);
    page.base = origin.base;
    tree_walk(root, &searcher, &page, w);
    tree_weigh(root, html_is_left_out);
    page.weight = tree_weight(root);
    tree_walk(root, &reader, &page, w);
    html_origin_done(&origin);
}

bool html_read(struct slice text, struct letter_writer *w, char **ret_reason)
{
    xmlDoc *doc = NULL;
    bool ok =
        html_parse(text, "open it in a browser and save the letter as text", &doc, ret_reason);
    if (ok)
        write_page(doc, w);
    xmlFreeDoc(doc);
    return ok;
}
