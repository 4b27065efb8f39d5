/* SPDX-License-Identifier: MIT */
#include "letters/reading/docx_numbering.h"

#include "base/dictionary.h"
#include "base/memory.h"
#include "letters/reading/list_label.h"
#include "letters/reading/tree.h"

#include <stdlib.h>

enum { LEVELS = 9, LISTS_MAX = 5000 };

struct level {
    const xmlNode *node; /* w:lvl, or NULL */
    long start;
};

/* A w:num: its levels are those of a w:abstractNum, some with another start. Lists of one
 * w:abstractNum go on counting where the other stopped, unless they have a start of their own. */
struct list {
    const char *abstract;
    struct level levels[LEVELS];
    size_t counter; /* index of the list that counts for it */
    long counts[LEVELS];
};

struct docx_numbering {
    xmlDoc *numbering, *styles;
    struct list *lists;
    size_t count, room;
    struct text_index ids;         /* of lists, to their index */
    struct text_index style_names; /* of paragraphs' styles that number, to their index */
    const xmlNode **style_numbers; /* w:numPr of each */
    size_t style_count, style_room;
};

static const char *value_of(const xmlNode *parent, const char *name)
{
    const xmlNode *child = tree_child(parent, name);
    return child ? tree_attribute(child, "val") : "";
}

static int level_number(const char *text)
{
    return text[0] >= '0' && text[0] < '0' + LEVELS && !text[1] ? text[0] - '0' : -1;
}

static const xmlNode *find_by_id(const xmlNode *first, const char *name, const char *key,
                                 const char *id)
{
    for (const xmlNode *n = first; n; n = n->next)
        if (tree_is(n, name) && strcmp(tree_attribute(n, key), id) == 0)
            return n;
    return NULL;
}

static void take_levels(struct list *list, const xmlNode *parent)
{
    for (const xmlNode *n = parent ? parent->children : NULL; n; n = n->next) {
        int level = tree_is(n, "lvl") ? level_number(tree_attribute(n, "ilvl")) : -1;
        if (level < 0)
            continue;
        const char *start = value_of(n, "start");
        list->levels[level] = (struct level){n, *start ? strtol(start, NULL, 10) : 0};
    }
}

/* True where a start is the list's own. */
static bool take_overrides(struct list *list, const xmlNode *num)
{
    bool has_own = false;
    for (const xmlNode *n = num->children; n; n = n->next) {
        int level = tree_is(n, "lvlOverride") ? level_number(tree_attribute(n, "ilvl")) : -1;
        const char *start = level < 0 ? "" : value_of(n, "startOverride");
        if (!*start)
            continue;
        list->levels[level].start = strtol(start, NULL, 10);
        has_own = true;
    }
    return has_own;
}

static void add_list(struct docx_numbering *numbering, const xmlNode *num)
{
    struct slice id = slice_of(tree_attribute(num, "numId"));
    if (text_index_find(&numbering->ids, id) >= 0 || numbering->count == LISTS_MAX)
        return;
    text_index_add(&numbering->ids, id, (int32_t)numbering->count);
    struct list list = {.abstract = value_of(num, "abstractNumId"), .counter = numbering->count};
    take_levels(&list,
                find_by_id(num->parent->children, "abstractNum", "abstractNumId", list.abstract));
    bool has_own = take_overrides(&list, num);
    for (size_t i = 0; !has_own && i < numbering->count; i++)
        if (strcmp(numbering->lists[i].abstract, list.abstract) == 0) {
            list.counter = numbering->lists[i].counter;
            break;
        }
    for (int i = 0; i < LEVELS; i++)
        list.counts[i] = list.levels[i].start - 1;
    numbering->lists =
        memory_grow(numbering->lists, numbering->count, &numbering->room, sizeof *numbering->lists);
    numbering->lists[numbering->count++] = list;
}

static void add_style(struct docx_numbering *numbering, const xmlNode *style)
{
    struct slice id = slice_of(tree_attribute(style, "styleId"));
    const xmlNode *number = tree_child(tree_child(style, "pPr"), "numPr");
    if (!number || text_index_find(&numbering->style_names, id) >= 0)
        return;
    text_index_add(&numbering->style_names, id, (int32_t)numbering->style_count);
    numbering->style_numbers =
        memory_grow(numbering->style_numbers, numbering->style_count, &numbering->style_room,
                    sizeof *numbering->style_numbers);
    numbering->style_numbers[numbering->style_count++] = number;
}

static const xmlNode *first_in(xmlDoc *doc)
{
    const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
    return root ? root->children : NULL;
}

struct docx_numbering *docx_numbering_new(struct archive *archive)
{
    struct docx_numbering *numbering = memory_new(1, sizeof *numbering);
    numbering->numbering = archive_try_xml(archive, "word/numbering.xml");
    numbering->styles = archive_try_xml(archive, "word/styles.xml");
    for (const xmlNode *n = first_in(numbering->numbering); n; n = n->next)
        if (tree_is(n, "num"))
            add_list(numbering, n);
    for (const xmlNode *n = first_in(numbering->styles); n; n = n->next)
        if (tree_is(n, "style"))
            add_style(numbering, n);
    return numbering;
}

void docx_numbering_free(struct docx_numbering *numbering)
{
    xmlFreeDoc(numbering->numbering);
    xmlFreeDoc(numbering->styles);
    text_index_done(&numbering->ids);
    text_index_done(&numbering->style_names);
    free(numbering->style_numbers);
    free(numbering->lists);
    free(numbering);
}

/* w:numPr of the paragraph, else of its style. */
static const xmlNode *find_number(const struct docx_numbering *numbering, const xmlNode *paragraph)
{
    const xmlNode *properties = tree_child(paragraph, "pPr");
    const xmlNode *own = tree_child(properties, "numPr");
    if (own)
        return own;
    struct slice name = slice_of(value_of(properties, "pStyle"));
    int32_t style = text_index_find(&numbering->style_names, name);
    return style < 0 ? NULL : numbering->style_numbers[style];
}

static const struct list *find_list(const struct docx_numbering *numbering, const char *id)
{
    int32_t list = text_index_find(&numbering->ids, slice_of(id));
    return list < 0 ? NULL : &numbering->lists[list];
}

static char style_of(const struct list *list, int level)
{
    static const struct {
        const char *format;
        char style;
    } styles[] = {
        {"lowerLetter", 'a'}, {"upperLetter", 'A'}, {"lowerRoman", 'i'}, {"upperRoman", 'I'}};
    const char *format =
        list->levels[level].node ? value_of(list->levels[level].node, "numFmt") : "";
    for (size_t i = 0; i < sizeof styles / sizeof styles[0]; i++)
        if (strcmp(styles[i].format, format) == 0)
            return styles[i].style;
    return '1';
}

/* "%1.%2" with the numbers in it. */
static char *compose(const struct list *list, const long counts[], const char *pattern)
{
    char *label = NULL;
    size_t length = 0;
    FILE *out = memory_stream(&label, &length);
    for (const char *c = pattern; *c; c++) {
        int level = *c == '%' && c[1] > '0' && c[1] <= '0' + LEVELS ? c[1] - '1' : -1;
        if (level < 0) {
            fputc(*c, out);
            continue;
        }
        SCOPED_TEXT number = list_label_number(counts[level], style_of(list, level));
        fputs(number, out);
        c++;
    }
    fputc(' ', out);
    memory_stream_end(out);
    return label;
}

char *docx_numbering_next(struct docx_numbering *numbering, const xmlNode *paragraph)
{
    const xmlNode *place = find_number(numbering, paragraph);
    const struct list *list = place ? find_list(numbering, value_of(place, "numId")) : NULL;
    const char *given = place ? value_of(place, "ilvl") : "";
    int level = *given ? level_number(given) : 0;
    if (!list || level < 0 || !list->levels[level].node)
        return NULL;
    const char *format = value_of(list->levels[level].node, "numFmt");
    if (strcmp(format, "none") == 0)
        return NULL;
    if (strcmp(format, "bullet") == 0)
        return memory_copy("* ");
    struct list *counter = &numbering->lists[list->counter];
    counter->counts[level]++;
    for (int above = 0; above < level; above++)
        if (counter->counts[above] < counter->levels[above].start)
            counter->counts[above] = counter->levels[above].start;
    for (int below = level + 1; below < LEVELS; below++)
        counter->counts[below] = counter->levels[below].start - 1;
    return compose(list, counter->counts, value_of(list->levels[level].node, "lvlText"));
}
