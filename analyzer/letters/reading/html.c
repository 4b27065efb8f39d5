/* SPDX-License-Identifier: MIT
 * A page as its reader sees it: blocks as lines, lists with their numbers, tables row by row. What
 * is furniture of the site is kept and marked, since what it is may be judged otherwise later.
 */
#include "letters/reading/formats.h"

#include "base/memory.h"
#include "letters/reading/html_elements.h"
#include "letters/reading/list_label.h"
#include "letters/reading/plain.h"
#include "letters/reading/tree.h"
#include "letters/reading/unreadable.h"

#include <libxml/HTMLparser.h>
#include <libxml/uri.h>
#include <stdlib.h>

/* What `what` of a frame says. */
enum { PLAIN, CHROME };

struct page {
    size_t weight;         /* of all its words */
    const xmlNode *letter; /* the first main in it, else article, else h1; or NULL */
    int letter_rank;
    char *base; /* what addresses are relative to, or NULL */
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
    xmlChar *href = xmlGetProp(frame->node, (const xmlChar *)"href");
    struct slice address = slice_trim(slice_of(href ? (const char *)href : ""));
    bool is_address = address.length > 0 && address.bytes[0] != '#' &&
                      strncasecmp(address.bytes, "javascript:", 11) != 0;
    SCOPED_TEXT given = slice_copy(address);
    xmlChar *whole = is_address && page->base
                         ? xmlBuildURI((const xmlChar *)given, (const xmlChar *)page->base)
                         : NULL;
    if (is_address)
        tree_link(walk, frame, whole ? slice_of((const char *)whole) : address);
    xmlFree(whole);
    xmlFree(href);
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

/* What is looked for in the whole page before its words are written. */
struct search {
    struct page *page;
    struct letter_text *text;
};

static char *copy_attribute(xmlNode *element, const char *name)
{
    xmlChar *value = xmlGetProp(element, (const xmlChar *)name);
    char *copy = value && *value ? memory_copy((const char *)value) : NULL;
    xmlFree(value);
    return copy;
}

static void take_once(char **place, char *value)
{
    if (*place)
        free(value);
    else
        *place = value;
}

static char *title_of(xmlNode *title)
{
    xmlChar *words = xmlNodeGetContent(title);
    char *line = writer_one_line(words ? (const char *)words : "");
    xmlFree(words);
    return line;
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
    struct search *s = context;
    xmlNode *node = frame->node;
    (void)walk;
    find_letter(s->page, node);
    if (tree_is(node, "title") && !s->text->subject)
        s->text->subject = title_of(node);
    if (tree_is(node, "base"))
        take_once(&s->page->base, copy_attribute(node, "href"));
    if (tree_is(node, "link") && strcasecmp(tree_attribute(node, "rel"), "canonical") == 0)
        take_once(&s->text->address, copy_attribute(node, "href"));
    if (tree_is(node, "meta") && strcasecmp(tree_attribute(node, "property"), "og:url") == 0)
        take_once(&s->text->address, copy_attribute(node, "content"));
    return true;
}

/* Browsers write into a saved page where it came from: <!-- saved from url=(0031)https://... --> */
static char *saved_from(const xmlDoc *doc)
{
    static const char sign[] = "saved from url=(";
    for (const xmlNode *n = doc->children; n; n = n->next) {
        const char *at = n->type == XML_COMMENT_NODE && n->content
                             ? strstr((const char *)n->content, sign)
                             : NULL;
        at = at ? strchr(at + sizeof sign - 1, ')') : NULL;
        size_t length = at ? strcspn(at + 1, " \t\n") : 0;
        if (length)
            return slice_copy((struct slice){at + 1, length});
    }
    return NULL;
}

static void write_page(xmlDoc *doc, struct letter_writer *w)
{
    static const struct tree_reader searcher = {find, NULL, NULL};
    static const struct tree_reader reader = {enter, leave, words};
    xmlNode *root = xmlDocGetRootElement(doc);
    struct page page = {0};
    struct search search = {&page, w->text};
    take_once(&w->text->address, saved_from(doc));
    tree_walk(root, &searcher, &search, w);
    if (!page.base && w->text->address)
        page.base = memory_copy(w->text->address);
    tree_weigh(root, html_is_left_out);
    page.weight = tree_weight(root);
    tree_walk(root, &reader, &page, w);
    free(page.base);
}

/* libxml2 drops what is deeper than 256 elements and says so to nobody but here: half a letter is
 * worse than none. */
static bool parse(struct slice text, xmlDoc **ret_doc, char **ret_reason)
{
    htmlParserCtxtPtr parser = htmlNewParserCtxt();
    if (!parser)
        memory_exhausted();
    *ret_doc = htmlCtxtReadMemory(parser, text.bytes, (int)text.length, NULL, "UTF-8",
                                  HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
                                      HTML_PARSE_NOWARNING | HTML_PARSE_IGNORE_ENC);
    bool is_cut = parser->instate == XML_PARSER_EOF || parser->disableSAX;
    htmlFreeParserCtxt(parser);
    if (is_cut)
        return unreadable(ret_reason, "its elements are nested more than 256 deep: open it in a "
                                      "browser and save the letter as text");
    return (*ret_doc && xmlDocGetRootElement(*ret_doc)) ||
           unreadable(ret_reason, "there is no text in it");
}

bool html_read(struct slice text, struct letter_writer *w, char **ret_reason)
{
    xmlDoc *doc = NULL;
    bool ok = tree_is_bounded(text, ret_reason) && parse(text, &doc, ret_reason);
    if (ok)
        write_page(doc, w);
    xmlFreeDoc(doc);
    return ok;
}
