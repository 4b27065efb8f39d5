/* SPDX-License-Identifier: MIT
 * The items of a page that has no table: each a row.
 */
#include "imports/sources/page_parts.h"

#include "base/dictionary.h"
#include "base/memory.h"
#include "imports/sources/page_words.h"
#include "letters/reading/html_elements.h"
#include "letters/reading/tree.h"

#include <ctype.h>
#include <stdlib.h>
#include <strings.h>

enum { TITLE = 1, DETAILS, FIRST_LABEL, LABELS_MAX = 60, LABEL_BYTES = 40, LABEL_WORDS = 5 };

static bool is_kind(const xmlNode *node, const char *kind)
{
    return tree_is(node, kind) && !page_is_in_furniture(node);
}

static bool is_in(const xmlNode *node, const char *name)
{
    for (node = node->parent; node && node->type == XML_ELEMENT_NODE; node = node->parent)
        if (tree_is(node, name))
            return true;
    return false;
}

static void add_item(struct page_items *items, xmlNode *node)
{
    items->list = memory_grow(items->list, items->count, &items->room, sizeof(xmlNode *));
    items->list[items->count++] = node;
}

/* A list item with lists in it is a heading of those. */
static struct page_items find(xmlNode *root, const char *kind)
{
    struct page_items items = {0};
    for (xmlNode *n = root; n; n = page_next(n, root, false))
        if (is_kind(n, kind) && !is_in(n, "table"))
            add_item(&items, n);
    return items;
}

static bool has_links(const struct page_items *items)
{
    for (size_t i = 0; i < items->count; i++)
        if (page_has(items->list[i], "a"))
            return true;
    return false;
}

struct page_items page_find_items(xmlNode *root)
{
    static const char *const kinds[] = {"article", "li", "dl"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct page_items items = find(root, kinds[i]);
        bool is_list = strcmp(kinds[i], "li") == 0;
        bool is_one =
            items.count >= (is_list ? 1 : 2) && (has_links(&items) || strcmp(kinds[i], "dl") == 0);
        if (is_one)
            return items;
        free(items.list);
    }
    return (struct page_items){0};
}

/* "Date of response" of "Date of response: 3 May 2024"; 0: the line has no label. */
static size_t label_length(struct slice line)
{
    size_t words = 1, at = 0;
    for (; at < line.length && line.bytes[at] != ':'; at++) {
        unsigned char c = (unsigned char)line.bytes[at];
        words += c == ' ';
        if (isdigit(c) || at >= LABEL_BYTES || words > LABEL_WORDS)
            return 0;
    }
    bool has_value = at + 2 < line.length && line.bytes[at + 1] == ' ';
    return at && has_value ? at : 0;
}

/* Words of a link that say nothing of where it leads. */
static bool is_empty_phrase(const char *words)
{
    static const char *const phrases[] = {
        "read more", "more", "view",    "download",      "pdf",      "here",     "find out more",
        "details",   "open", "read on", "view response", "response", "document", "view more"};
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        if (strcasecmp(words, phrases[i]) == 0)
            return true;
    return !*words;
}

static bool is_inner_list(const xmlNode *element)
{
    return tree_is(element, "ul") || tree_is(element, "ol");
}

struct item {
    struct page_words words;
    struct slice title;
    bool is_heading; /* of the items in it */
};

static struct item read_item(xmlNode *node, const char *base)
{
    struct item item = {.is_heading = tree_is(node, "li") && page_has(node, "li")};
    item.words = page_words_of(node, base, item.is_heading ? is_inner_list : NULL);
    struct slice first = {item.words.text, strcspn(item.words.text, "\n")};
    bool is_told = item.words.linked && !is_empty_phrase(item.words.linked);
    if (is_told)
        item.title = slice_of(item.words.linked);
    else if (!label_length(first))
        item.title = first;
    return item;
}

/* What of a line is not the title. */
static struct slice without_title(struct slice line, struct slice title)
{
    bool begins = title.length && line.length >= title.length &&
                  memcmp(line.bytes, title.bytes, title.length) == 0;
    if (!begins)
        return line;
    struct slice rest = {line.bytes + title.length, line.length - title.length};
    while (rest.length && strchr(" -:,;|(", *rest.bytes) && *rest.bytes) {
        rest.bytes++;
        rest.length--;
    }
    return slice_trim(rest);
}

static int label_column(struct text_index *labels, struct slice line, size_t length, bool adds)
{
    char folded[LABEL_BYTES + 1] = {0};
    for (size_t i = 0; i < length; i++)
        folded[i] = (char)tolower((unsigned char)line.bytes[i]);
    struct slice label = slice_trim(slice_of(folded));
    int32_t known = text_index_find(labels, label);
    if (known >= 0 || !adds || labels->count >= LABELS_MAX)
        return known;
    text_index_add(labels, label, (int32_t)labels->count + FIRST_LABEL);
    return (int)labels->count - 1 + FIRST_LABEL;
}

struct list_walk {
    struct page_reading *page;
    struct text_index labels;
};

/* The lines of an item: with `out` NULL its labels are learnt, else what is no label goes there and
 * the labelled words are written. */
static void take_lines(struct list_walk *l, const struct item *item, FILE *out)
{
    struct slice rest = slice_of(item->words.text), line;
    bool has_details = false, *is_written = memory_new(FIRST_LABEL + LABELS_MAX, 1);
    while (slice_next_part(&rest, '\n', &line)) {
        line = without_title(line, item->title);
        size_t length = label_length(line);
        int column = length ? label_column(&l->labels, line, length, !out) : -1;
        bool is_value = column >= 0 && !is_written[column];
        if (!out || !line.length)
            continue;
        if (is_value) {
            is_written[column] = true;
            source_add_words(l->page->writer, column,
                             (struct slice){line.bytes + length + 1, line.length - length - 1});
            continue;
        }
        fprintf(out, "%s%.*s", has_details ? "\n" : "", (int)line.length, line.bytes);
        has_details = true;
    }
    free(is_written);
}

static void write_item(struct list_walk *l, xmlNode *node, const struct item *item)
{
    char *details = NULL;
    size_t length = 0;
    source_begin_row(l->page->writer, &(struct source_place){.line = xmlGetLineNo(node),
                                                             .is_hidden = page_is_hidden(node),
                                                             .is_marked = item->is_heading});
    source_add_cell(l->page->writer, TITLE,
                    &(struct source_cell){.words = item->title,
                                          .link = item->words.link,
                                          .comment = item->words.further});
    FILE *out = memory_stream(&details, &length);
    take_lines(l, item, out);
    memory_stream_end(out);
    source_add_words(l->page->writer, DETAILS, slice_of(details));
    free(details);
}

static void write_labels(struct list_walk *l, const xmlNode *first)
{
    source_begin_row(l->page->writer, &(struct source_place){.line = xmlGetLineNo(first)});
    source_add_words(l->page->writer, TITLE, slice_of("Title"));
    source_add_words(l->page->writer, DETAILS, slice_of("Details"));
    for (size_t i = 0; i < l->labels.count; i++)
        source_add_words(l->page->writer, l->labels.numbers[i], slice_of(l->labels.texts[i]));
}

void page_write_items(struct page_reading *page, const struct page_items *items)
{
    struct list_walk l = {.page = page};
    page_begin_table(page, NULL, items->list[0], true);
    for (size_t i = 0; i < items->count; i++) {
        struct item item = read_item(items->list[i], page->origin.base);
        take_lines(&l, &item, NULL);
        page_words_done(&item.words);
    }
    write_labels(&l, items->list[0]);
    for (size_t i = 0; i < items->count; i++) {
        struct item item = read_item(items->list[i], page->origin.base);
        write_item(&l, items->list[i], &item);
        page_words_done(&item.words);
    }
    text_index_done(&l.labels);
}
