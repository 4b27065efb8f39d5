/* SPDX-License-Identifier: MIT
 * A page that lists answers: its tables, or, where it has none, its lists.
 */
#include "imports/sources/page_parts.h"
#include "imports/sources/page_words.h"
#include "imports/sources/readers.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/pattern.h"
#include "letters/reading/tree.h"
#include "letters/reading/unreadable.h"

#include <stdlib.h>

enum { HEADING_BYTES = 200 };

static bool is_heading(const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE && node->name[0] == 'h' && node->name[1] >= '1' &&
           node->name[1] <= '6' && !node->name[2];
}

/* The nearest heading before that place, in the order of the page; the caller frees. */
static char *heading_above(xmlNode *root, const xmlNode *place)
{
    xmlNode *found = NULL;
    for (xmlNode *n = root; n && n != place; n = page_next(n, root, false))
        if (is_heading(n) && !page_is_in_furniture(n))
            found = n;
    struct page_words words = {0};
    if (found)
        words = page_words_of(found, NULL, NULL);
    char *text = words.text;
    words.text = NULL;
    page_words_done(&words);
    if (text && strlen(text) > HEADING_BYTES)
        memory_release(&text);
    return text;
}

/* What is told already is not told again. */
static char *add_title(char *so_far, const char *title)
{
    bool is_new = title && *title && !strstr(so_far, title);
    char *all =
        is_new ? memory_print("%s%s%s", so_far, *so_far ? " | " : "", title) : memory_copy(so_far);
    free(so_far);
    return all;
}

void page_begin_table(struct page_reading *page, const char *caption, xmlNode *place, bool is_list)
{
    SCOPED_TEXT name =
        memory_print("%s %d", is_list ? "list" : "table", is_list ? ++page->lists : ++page->tables);
    SCOPED_TEXT heading = heading_above(page->root, place);
    SCOPED_TEXT title =
        add_title(add_title(add_title(memory_copy(""), caption), heading), page->origin.title);
    source_begin_table(page->writer, &(struct source_table){.name = name,
                                                            .title = title,
                                                            .address = page->origin.address,
                                                            .has_headings = is_list});
}

static size_t write_tables(struct page_reading *page, size_t least_rows)
{
    size_t written = 0;
    for (xmlNode *n = page->root; n; n = page_next(n, page->root, false)) {
        if (!page_is_data_table(n) || page_count_rows(n) < least_rows)
            continue;
        page_write_table(page, n);
        written++;
    }
    return written;
}

/* Tables that were not read are told of. */
static void tell_others(struct page_reading *page)
{
    size_t others = 0;
    for (xmlNode *n = page->root; n; n = page_next(n, page->root, false))
        others += tree_is(n, "table") && !page_has(n, "table") && !page_is_data_table(n);
    if (others)
        source_notice(page->writer, 0, "no-answers",
                      "tables of the page that are about cookies, or belong to its menus, are not "
                      "read: %zu",
                      others);
}

/* "Page 1 of 3", "Showing 1 to 10 of 43": what else there is stands on other pages. */
static void tell_of_further_pages(struct page_reading *page)
{
    static const char said[] = "(?i)\\bpage\\s+\\d{1,4}\\s*(?:\\bof|/)\\s*(?!0*1\\b)\\d{1,5}\\b"
                               "|\\b(?:showing|displaying|results?|items?|records?)\\s+\\d[\\d,]*"
                               "\\s*(?:to|-|\\x{2013})\\s*"
                               "(\\d[\\d,]*)\\s+of\\s+(?!\\1\\b)\\d[\\d,]*";
    char reason[120];
    struct pattern_match match;
    struct page_words text = page_words_of(page->root, NULL, NULL);
    struct pattern *pattern = pattern_new(slice_of(said), NULL, reason, sizeof reason);
    if (!pattern)
        internal_fault("the pattern of numbered pages: %s", reason);
    if (pattern_find(pattern, slice_of(text.text), 0, &match) == PATTERN_FOUND) {
        SCOPED_TEXT words =
            memory_print("%.*s", (int)(match.end - match.begin), text.text + match.begin);
        for (char *c = words; *c; c++)
            *c = (unsigned char)*c < ' ' ? ' ' : *c;
        source_notice(page->writer, 0, "further-pages",
                      "\"%s\": the page is a part of its log; give the other pages too", words);
    }
    pattern_free(pattern);
    page_words_done(&text);
}

static bool write_page(struct page_reading *page, char **ret_reason)
{
    struct page_items items = page_find_items(page->root);
    bool has_tables = write_tables(page, 2) > 0;
    if (has_tables && items.count)
        source_notice(page->writer, 0, "lists-beside",
                      "the page has tables: its lists are not read (%zu items)", items.count);
    else if (!has_tables && items.count)
        page_write_items(page, &items);
    bool is_read = has_tables || items.count || write_tables(page, 1);
    free(items.list);
    tell_others(page);
    tell_of_further_pages(page);
    return is_read ||
           unreadable(ret_reason, "there is no table and no list of links in the page: %s",
                      source_limits.instead);
}

bool source_read_page(struct source_writer *w, struct slice text, char **ret_reason)
{
    xmlDoc *doc = NULL;
    struct page_reading page = {.writer = w};
    bool ok = html_parse(text, source_limits.instead, &doc, ret_reason);
    if (ok) {
        page.root = xmlDocGetRootElement(doc);
        html_origin_find(doc, &page.origin);
        ok = write_page(&page, ret_reason);
        html_origin_done(&page.origin);
    }
    xmlFreeDoc(doc);
    return ok;
}
