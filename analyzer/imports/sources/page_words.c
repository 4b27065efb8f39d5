/* SPDX-License-Identifier: MIT */
#include "imports/sources/page_words.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "letters/reading/html_elements.h"
#include "letters/reading/html_page.h"
#include "letters/reading/plain.h"
#include "letters/reading/tree.h"

#include <ctype.h>
#include <stdlib.h>
#include <strings.h>

enum { LINKS_TOLD = 20 };

xmlNode *page_next(xmlNode *node, const xmlNode *root, bool is_skipped)
{
    xmlNode *next = is_skipped ? NULL : node->children;
    while (!next && node != root) {
        next = node->next;
        node = node->parent;
    }
    return next;
}

bool page_has(xmlNode *element, const char *name)
{
    for (xmlNode *n = page_next(element, element, false); n; n = page_next(n, element, false))
        if (tree_is(n, name))
            return true;
    return false;
}

/* "cookies" of "site-cookies top": a word of it, also of several. */
static bool says(const xmlNode *element, const char *attribute)
{
    static const char *const words[] = {"cookie", "breadcrumb", "pagination", "pager",
                                        "menu",   "nav",        "navbar",     "navigation",
                                        "social", "share",      "footer",     "toolbar"};
    static const char between[] = " -_\t\n";
    const char *said = tree_attribute(element, attribute);
    for (said += strspn(said, between); *said; said += strspn(said, between)) {
        size_t length = strcspn(said, between);
        for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
            size_t known = strlen(words[i]);
            bool is_many = length == known + 1 && tolower((unsigned char)said[known]) == 's';
            if ((length == known || is_many) && strncasecmp(said, words[i], known) == 0)
                return true;
        }
        said += length;
    }
    return false;
}

/* Some sites say so of the whole page. */
static bool is_whole(const xmlNode *element)
{
    return tree_is(element, "html") || tree_is(element, "body") || tree_is(element, "main");
}

bool page_is_furniture(const xmlNode *element)
{
    if (element->type != XML_ELEMENT_NODE || is_whole(element))
        return false;
    return html_is_chrome(element) || tree_is(element, "header") || tree_is(element, "select") ||
           tree_is(element, "button") || tree_is(element, "noscript") || says(element, "class") ||
           says(element, "id") || says(element, "role");
}

bool page_is_in_furniture(const xmlNode *element)
{
    for (; element && element->type == XML_ELEMENT_NODE; element = element->parent)
        if (page_is_furniture(element))
            return true;
    return false;
}

bool page_is_hidden(const xmlNode *element)
{
    SCOPED_TEXT style = memory_copy(tree_attribute(element, "style"));
    size_t used = 0;
    for (const char *c = style; *c; c++)
        if (*c != ' ')
            style[used++] = *c;
    style[used] = '\0';
    return xmlHasProp(element, (const xmlChar *)"hidden") ||
           strcasestr(style, "display:none") != NULL;
}

struct gathering {
    FILE *out;
    bool owes_space, owes_line, has_words, follows_term;
    const char *base;
    bool (*is_left_out)(const xmlNode *element);
    struct page_words *words;
    char *further;
    size_t further_length;
    FILE *further_out;
    int links;
};

static void add_words(struct gathering *g, struct slice text)
{
    for (size_t at = 0; at < text.length;) {
        int32_t character;
        size_t length = utf8_next(text, at, &character);
        bool is_space = character < 0 || utf8_is_blank(character);
        if (!is_space) {
            if (g->has_words && (g->owes_line || g->owes_space))
                fputc(g->owes_line ? '\n' : ' ', g->out);
            fwrite(text.bytes + at, 1, length, g->out);
            g->owes_line = g->owes_space = g->follows_term = false;
            g->has_words = true;
        }
        g->owes_space = g->owes_space || is_space;
        at += length;
    }
}

/* Pages say &#150; for a dash. */
static void add_text(struct gathering *g, const xmlNode *node)
{
    char *mended = NULL;
    size_t length = 0;
    struct slice said = slice_of((const char *)node->content);
    if (plain_mend_controls(said, &mended, &length))
        said = (struct slice){mended, length};
    add_words(g, said);
    free(mended);
}

static char *one_line(xmlNode *element)
{
    struct page_words inner = page_words_of(element, NULL, NULL);
    for (char *c = inner.text; *c; c++)
        if (*c == '\n')
            *c = ' ';
    char *line = inner.text;
    inner.text = NULL;
    page_words_done(&inner);
    return line;
}

static void add_link(struct gathering *g, xmlNode *element)
{
    char *address = g->words ? html_address(element, g->base) : NULL;
    if (!address)
        return;
    if (!g->words->link) {
        g->words->link = address;
        g->words->linked = one_line(element);
        return;
    }
    bool is_told = strcmp(address, g->words->link) == 0 || g->links >= LINKS_TOLD;
    if (!is_told)
        fprintf(g->further_out, "%s%s", g->links++ ? ", " : "also links to ", address);
    free(address);
}

static void begin(struct gathering *g, xmlNode *element)
{
    bool is_answer = tree_is(element, "dd") && g->follows_term;
    if (is_answer)
        add_words(g, slice_of(": "));
    else if (html_is_block(element))
        g->owes_line = true;
    if (tree_is(element, "td") || tree_is(element, "th"))
        g->owes_space = true;
    if (tree_is(element, "a"))
        add_link(g, element);
}

static void end(struct gathering *g, const xmlNode *element)
{
    if (tree_is(element, "dt")) {
        g->follows_term = g->has_words;
        g->owes_line = g->owes_space = false;
        return;
    }
    g->owes_line = g->owes_line || (html_is_block(element) && g->has_words);
}

/* Pages are at most 256 elements deep (html_parse). */
static void gather(struct gathering *g, xmlNode *node)
{
    for (xmlNode *n = node->children; n; n = n->next) {
        bool is_text = n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE;
        if (is_text && n->content)
            add_text(g, n);
        if (n->type != XML_ELEMENT_NODE || html_is_left_out(n) ||
            (g->is_left_out && g->is_left_out(n)))
            continue;
        begin(g, n);
        gather(g, n);
        end(g, n);
    }
}

struct page_words page_words_of(xmlNode *element, const char *base,
                                bool (*is_left_out)(const xmlNode *element))
{
    struct page_words words = {0};
    size_t length = 0;
    struct gathering g = {.base = base, .is_left_out = is_left_out, .words = &words};
    g.out = memory_stream(&words.text, &length);
    g.further_out = memory_stream(&g.further, &g.further_length);
    gather(&g, element);
    memory_stream_end(g.out);
    memory_stream_end(g.further_out);
    if (g.links)
        words.further = g.further;
    else
        free(g.further);
    return words;
}

void page_words_done(struct page_words *words)
{
    free(words->text);
    free(words->link);
    free(words->linked);
    free(words->further);
    *words = (struct page_words){0};
}
