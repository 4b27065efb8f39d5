/* SPDX-License-Identifier: MIT */
#include "letters/reading/odt_styles.h"

#include "base/dictionary.h"
#include "base/memory.h"
#include "letters/reading/list_label.h"
#include "letters/reading/tree.h"

#include <stdlib.h>

struct odt_styles {
    struct text_index names; /* of styles of words and of lists, to their index */
    const xmlNode **nodes;
    size_t count, room;
};

static void add(struct odt_styles *styles, const xmlNode *style)
{
    struct slice name = slice_of(tree_attribute(style, "name"));
    if (text_index_find(&styles->names, name) >= 0)
        return;
    text_index_add(&styles->names, name, (int32_t)styles->count);
    styles->nodes = memory_grow(styles->nodes, styles->count, &styles->room, sizeof *styles->nodes);
    styles->nodes[styles->count++] = style;
}

struct odt_styles *odt_styles_new(const xmlNode *root)
{
    struct odt_styles *styles = memory_new(1, sizeof *styles);
    const xmlNode *all = tree_child(root, "automatic-styles");
    for (const xmlNode *n = all ? all->children : NULL; n; n = n->next)
        if (tree_is(n, "style") || tree_is(n, "list-style"))
            add(styles, n);
    return styles;
}

void odt_styles_free(struct odt_styles *styles)
{
    text_index_done(&styles->names);
    free(styles->nodes);
    free(styles);
}

static const xmlNode *find(const struct odt_styles *styles, const char *name)
{
    int32_t index = text_index_find(&styles->names, slice_of(name));
    return index < 0 ? NULL : styles->nodes[index];
}

static const char *text_property(const struct odt_styles *styles, const char *style,
                                 const char *name)
{
    const xmlNode *properties = tree_child(find(styles, style), "text-properties");
    return properties ? tree_attribute(properties, name) : "";
}

bool odt_style_is_bold(const struct odt_styles *styles, const char *name)
{
    return strcmp(text_property(styles, name, "font-weight"), "bold") == 0;
}

bool odt_style_is_highlighted(const struct odt_styles *styles, const char *name)
{
    const char *colour = text_property(styles, name, "background-color");
    return *colour && strcmp(colour, "transparent") != 0;
}

/* Of that level, counted from 1, where it has numbers. */
static const xmlNode *find_level(const struct odt_styles *styles, const char *list, int level)
{
    const xmlNode *style = find(styles, list);
    for (const xmlNode *n = style ? style->children : NULL; n; n = n->next)
        if (tree_is(n, "list-level-style-number") &&
            strtol(tree_attribute(n, "level"), NULL, 10) == level)
            return n;
    return NULL;
}

char *odt_style_label(const struct odt_styles *styles, const char *list, int level, long number)
{
    const xmlNode *found = find_level(styles, list, level);
    const char *format = found ? tree_attribute(found, "num-format") : "";
    if (!*format)
        return memory_copy(found ? "" : "* ");
    SCOPED_TEXT digits = list_label_number(number, *format);
    return memory_print("%s%s%s ", tree_attribute(found, "num-prefix"), digits,
                        tree_attribute(found, "num-suffix"));
}

long odt_style_start(const struct odt_styles *styles, const char *list, int level)
{
    const xmlNode *found = find_level(styles, list, level);
    const char *start = found ? tree_attribute(found, "start-value") : "";
    return *start ? strtol(start, NULL, 10) : 1;
}
