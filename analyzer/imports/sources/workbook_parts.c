/* SPDX-License-Identifier: MIT */
#include "imports/sources/workbook_parts.h"

#include "base/memory.h"
#include "letters/reading/tree.h"

#include <stdlib.h>
#include <strings.h>

xmlNode *workbook_first(const xmlNode *parent, const char *name)
{
    return tree_child(parent, name);
}

xmlNode *workbook_next(const xmlNode *node)
{
    xmlNode *next = node->next;
    while (next && !tree_is(next, (const char *)node->name))
        next = next->next;
    return next;
}

bool workbook_flag(const xmlNode *node, const char *name)
{
    const char *value = tree_attribute(node, name);
    return strcmp(value, "1") == 0 || strcasecmp(value, "true") == 0;
}

/* The folder of a part with its last slash: of "xl/workbook.xml" the first 3 bytes. */
static size_t folder_length(const char *part)
{
    const char *slash = strrchr(part, '/');
    return slash ? (size_t)(slash - part) + 1 : 0;
}

/* "../comments1.xml" of "xl/worksheets/sheet1.xml" is "xl/comments1.xml". */
static const char *resolve(const char *part, const char *target, struct arena *arena)
{
    SCOPED_TEXT whole = *target == '/'
                            ? memory_copy(target + 1)
                            : memory_print("%.*s%s", (int)folder_length(part), part, target);
    char *out = arena_copy(arena, slice_of(whole));
    size_t used = 0;
    struct slice rest = slice_of(whole), piece;
    while (slice_next_part(&rest, '/', &piece)) {
        if (slice_is(piece, ".") || piece.length == 0)
            continue;
        if (slice_is(piece, "..")) {
            out[used ? used - 1 : 0] = '\0';
            used = folder_length(out);
            continue;
        }
        memcpy(out + used, piece.bytes, piece.length);
        used += piece.length;
        out[used] = '\0';
        if (rest.length)
            out[used++] = '/';
    }
    out[used] = '\0';
    return out;
}

static const char *last_part(const char *type)
{
    const char *slash = strrchr(type, '/');
    return slash ? slash + 1 : type;
}

struct workbook_relations workbook_relations_of(struct archive *archive, const char *part,
                                                struct arena *arena)
{
    size_t folder = folder_length(part), count = 0, room = 0;
    struct workbook_relation *list = NULL;
    SCOPED_TEXT name = memory_print("%.*s_rels/%s.rels", (int)folder, part, part + folder);
    xmlDoc *doc = archive_try_xml(archive, name);
    const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
    for (xmlNode *n = workbook_first(root, "Relationship"); n; n = workbook_next(n)) {
        bool is_external = strcasecmp(tree_attribute(n, "TargetMode"), "External") == 0;
        const char *target = tree_attribute(n, "Target");
        list = arena_grow(arena, list, count, &room, sizeof *list);
        list[count++] = (struct workbook_relation){
            .id = arena_copy(arena, slice_of(tree_attribute(n, "Id"))),
            .type = arena_copy(arena, slice_of(last_part(tree_attribute(n, "Type")))),
            .target =
                is_external ? arena_copy(arena, slice_of(target)) : resolve(part, target, arena),
            .is_external = is_external};
    }
    xmlFreeDoc(doc);
    return (struct workbook_relations){list, count};
}

const struct workbook_relation *workbook_relation_of_type(const struct workbook_relations *r,
                                                          const char *type)
{
    for (size_t i = 0; i < r->count; i++)
        if (strcmp(r->list[i].type, type) == 0)
            return &r->list[i];
    return NULL;
}

const struct workbook_relation *workbook_relation_of_id(const struct workbook_relations *r,
                                                        const char *id)
{
    for (size_t i = 0; *id && i < r->count; i++)
        if (strcmp(r->list[i].id, id) == 0)
            return &r->list[i];
    return NULL;
}

/* What XML cannot hold is written _x000D_, and an underscore before such a thing _x005F_. */
static size_t unescape(char *text, size_t length)
{
    size_t used = 0;
    for (size_t at = 0; at < length; at++) {
        unsigned value = 0;
        int read = 0;
        bool is_escape = at + 7 <= length && text[at] == '_' && text[at + 1] == 'x' &&
                         sscanf(text + at + 2, "%4x_%n", &value, &read) == 1 && read == 5 &&
                         value > 0 && value < 0x80;
        text[used++] = is_escape ? (char)value : text[at];
        at += is_escape ? 6 : 0;
    }
    return used;
}

static void add_text(const xmlNode *t, FILE *out)
{
    for (const xmlNode *n = t->children; n; n = n->next)
        if (n->content && (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE))
            fputs((const char *)n->content, out);
}

struct slice workbook_words(const xmlNode *element, struct arena *arena)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = memory_stream(&text, &length);
    for (const xmlNode *n = element ? element->children : NULL; n; n = n->next) {
        const xmlNode *t = tree_is(n, "t") ? n : tree_is(n, "r") ? tree_child(n, "t") : NULL;
        if (t)
            add_text(t, out);
    }
    memory_stream_end(out);
    length = unescape(text, length);
    struct slice words = {arena_copy(arena, (struct slice){text, length}), length};
    free(text);
    return words;
}
