/* SPDX-License-Identifier: MIT */
#include "letters/reading/html_elements.h"

#include "letters/reading/tree.h"

#include <stdlib.h>

/* In the order of their names. */
static const struct html_element elements[] = {
    {"address", HTML_LINE, HTML_NO_MARK},
    {"article", HTML_LINE, HTML_NO_MARK},
    {"aside", HTML_LINE, HTML_NO_MARK},
    {"audio", HTML_LEFT_OUT, HTML_NO_MARK},
    {"b", HTML_INLINE, LETTER_MARK_BOLD},
    {"blockquote", HTML_PARAGRAPH, LETTER_MARK_QUOTED},
    {"body", HTML_LINE, HTML_NO_MARK},
    {"button", HTML_LINE, LETTER_MARK_CHROME},
    {"canvas", HTML_LEFT_OUT, HTML_NO_MARK},
    {"caption", HTML_LINE, HTML_NO_MARK},
    {"center", HTML_LINE, HTML_NO_MARK},
    {"dd", HTML_LINE, HTML_NO_MARK},
    {"del", HTML_DELETED, LETTER_MARK_TRACKED},
    {"details", HTML_LINE, HTML_NO_MARK},
    {"div", HTML_LINE, HTML_NO_MARK},
    {"dl", HTML_PARAGRAPH, HTML_NO_MARK},
    {"dt", HTML_LINE, HTML_NO_MARK},
    {"fieldset", HTML_LINE, HTML_NO_MARK},
    {"figcaption", HTML_LINE, HTML_NO_MARK},
    {"figure", HTML_LINE, HTML_NO_MARK},
    {"footer", HTML_LINE, HTML_NO_MARK},
    {"form", HTML_LINE, HTML_NO_MARK},
    {"h1", HTML_PARAGRAPH, HTML_NO_MARK},
    {"h2", HTML_PARAGRAPH, HTML_NO_MARK},
    {"h3", HTML_PARAGRAPH, HTML_NO_MARK},
    {"h4", HTML_PARAGRAPH, HTML_NO_MARK},
    {"h5", HTML_PARAGRAPH, HTML_NO_MARK},
    {"h6", HTML_PARAGRAPH, HTML_NO_MARK},
    {"head", HTML_LEFT_OUT, HTML_NO_MARK},
    {"header", HTML_LINE, HTML_NO_MARK},
    {"hr", HTML_PARAGRAPH, HTML_NO_MARK},
    {"iframe", HTML_LEFT_OUT, HTML_NO_MARK},
    {"ins", HTML_INLINE, LETTER_MARK_TRACKED},
    {"legend", HTML_LINE, HTML_NO_MARK},
    {"li", HTML_LINE, HTML_NO_MARK},
    {"main", HTML_LINE, HTML_NO_MARK},
    {"mark", HTML_INLINE, LETTER_MARK_HIGHLIGHT},
    {"nav", HTML_LINE, HTML_NO_MARK},
    {"noscript", HTML_LINE, LETTER_MARK_CHROME},
    {"object", HTML_LEFT_OUT, HTML_NO_MARK},
    {"ol", HTML_PARAGRAPH, HTML_NO_MARK},
    {"option", HTML_LINE, LETTER_MARK_CHROME},
    {"p", HTML_PARAGRAPH, HTML_NO_MARK},
    {"pre", HTML_PARAGRAPH, HTML_NO_MARK},
    {"s", HTML_DELETED, LETTER_MARK_TRACKED},
    {"script", HTML_LEFT_OUT, HTML_NO_MARK},
    {"section", HTML_LINE, HTML_NO_MARK},
    {"select", HTML_LINE, LETTER_MARK_CHROME},
    {"strike", HTML_DELETED, LETTER_MARK_TRACKED},
    {"strong", HTML_INLINE, LETTER_MARK_BOLD},
    {"style", HTML_LEFT_OUT, HTML_NO_MARK},
    {"summary", HTML_LINE, HTML_NO_MARK},
    {"svg", HTML_LEFT_OUT, HTML_NO_MARK},
    {"table", HTML_PARAGRAPH, HTML_NO_MARK},
    {"tbody", HTML_LINE, HTML_NO_MARK},
    {"template", HTML_LEFT_OUT, HTML_NO_MARK},
    {"textarea", HTML_LINE, LETTER_MARK_CHROME},
    {"tfoot", HTML_LINE, HTML_NO_MARK},
    {"thead", HTML_LINE, HTML_NO_MARK},
    {"tr", HTML_LINE, HTML_NO_MARK},
    {"ul", HTML_PARAGRAPH, HTML_NO_MARK},
    {"video", HTML_LEFT_OUT, HTML_NO_MARK},
};

static int compare(const void *name, const void *element)
{
    return strcmp(name, ((const struct html_element *)element)->name);
}

const struct html_element *html_element_of(const xmlNode *element)
{
    static const struct html_element inline_one = {"", HTML_INLINE, HTML_NO_MARK};
    const struct html_element *found =
        bsearch((const char *)element->name, elements, sizeof elements / sizeof elements[0],
                sizeof elements[0], compare);
    return found ? found : &inline_one;
}

static bool holds_one_of(const char *text, const char *const words[])
{
    for (; *text && *words; words++)
        if (strcasestr(text, *words))
            return true;
    return false;
}

static bool is_one_of(const xmlNode *element, const char *const names[])
{
    for (; *names; names++)
        if (tree_is(element, *names))
            return true;
    return false;
}

/* The header and footer of an article tell of the article. */
static bool is_in_article(const xmlNode *element)
{
    for (const xmlNode *above = element->parent; above; above = above->parent)
        if (above->type == XML_ELEMENT_NODE &&
            (tree_is(above, "article") || tree_is(above, "main")))
            return true;
    return false;
}

bool html_is_chrome(const xmlNode *element)
{
    static const char *const names[] = {"nav", "aside", NULL};
    static const char *const roles[] = {"navigation", "contentinfo", "search", NULL};
    return is_one_of(element, names) || (tree_is(element, "footer") && !is_in_article(element)) ||
           holds_one_of(tree_attribute(element, "role"), roles);
}

bool html_may_be_chrome(const xmlNode *element)
{
    static const char *const words[] = {"cookie", "banner", "breadcrumb", NULL};
    return tree_is(element, "form") || (tree_is(element, "header") && !is_in_article(element)) ||
           holds_one_of(tree_attribute(element, "class"), words) ||
           holds_one_of(tree_attribute(element, "id"), words) ||
           holds_one_of(tree_attribute(element, "role"), words);
}

bool html_is_quoted(const xmlNode *element)
{
    static const char *const words[] = {"gmail_quote", "yahoo_quoted", "moz-cite-prefix", NULL};
    return holds_one_of(tree_attribute(element, "class"), words);
}

bool html_is_left_out(const xmlNode *element)
{
    enum html_flow flow = html_element_of(element)->flow;
    return flow == HTML_LEFT_OUT || flow == HTML_DELETED;
}

bool html_is_block(const xmlNode *element)
{
    enum html_flow flow = html_element_of(element)->flow;
    return (flow != HTML_INLINE && flow != HTML_DELETED) || tree_is(element, "br");
}
