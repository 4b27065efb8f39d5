/* SPDX-License-Identifier: MIT */
#include "letters/reading/html_page.h"

#include "base/memory.h"
#include "letters/reading/tree.h"
#include "letters/reading/unreadable.h"

#include <libxml/HTMLparser.h>
#include <libxml/uri.h>
#include <stdlib.h>
#include <strings.h>

/* libxml2 drops what is deeper than 256 elements and says so to nobody but here: half a page is
 * worse than none. */
bool html_parse(struct slice text, const char *instead, xmlDoc **ret_doc, char **ret_reason)
{
    *ret_doc = NULL;
    if (!tree_is_bounded(text, instead, ret_reason))
        return false;
    htmlParserCtxtPtr parser = htmlNewParserCtxt();
    if (!parser)
        memory_exhausted();
    *ret_doc = htmlCtxtReadMemory(parser, text.bytes, (int)text.length, NULL, "UTF-8",
                                  HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
                                      HTML_PARSE_NOWARNING | HTML_PARSE_IGNORE_ENC);
    bool is_cut = parser->instate == XML_PARSER_EOF || parser->disableSAX;
    htmlFreeParserCtxt(parser);
    if (is_cut)
        return unreadable(ret_reason, "its elements are nested more than 256 deep: %s", instead);
    return (*ret_doc && xmlDocGetRootElement(*ret_doc)) ||
           unreadable(ret_reason, "there is no text in it");
}

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

static bool find(void *context, struct tree_walk *walk, struct tree_frame *frame)
{
    struct html_origin *origin = context;
    xmlNode *node = frame->node;
    (void)walk;
    if (tree_is(node, "title") && !origin->title)
        origin->title = title_of(node);
    if (tree_is(node, "base"))
        take_once(&origin->base, copy_attribute(node, "href"));
    if (tree_is(node, "link") && strcasecmp(tree_attribute(node, "rel"), "canonical") == 0)
        take_once(&origin->address, copy_attribute(node, "href"));
    if (tree_is(node, "meta") && strcasecmp(tree_attribute(node, "property"), "og:url") == 0)
        take_once(&origin->address, copy_attribute(node, "content"));
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

void html_origin_find(const xmlDoc *doc, struct html_origin *ret_origin)
{
    static const struct tree_reader searcher = {find, NULL, NULL};
    struct letter_writer none = {0};
    *ret_origin = (struct html_origin){.address = saved_from(doc)};
    tree_walk(xmlDocGetRootElement(doc), &searcher, ret_origin, &none);
    if (!ret_origin->base && ret_origin->address)
        ret_origin->base = memory_copy(ret_origin->address);
}

void html_origin_done(struct html_origin *origin)
{
    free(origin->title);
    free(origin->address);
    free(origin->base);
    *origin = (struct html_origin){0};
}

char *html_address(xmlNode *element, const char *base)
{
    xmlChar *href = xmlGetProp(element, (const xmlChar *)"href");
    struct slice address = slice_trim(slice_of(href ? (const char *)href : ""));
    bool is_address = address.length > 0 && address.bytes[0] != '#' &&
                      strncasecmp(address.bytes, "javascript:", 11) != 0;
    char *given = is_address ? slice_copy(address) : NULL;
    xmlFree(href);
    xmlChar *whole =
        given && base ? xmlBuildURI((const xmlChar *)given, (const xmlChar *)base) : NULL;
    if (!whole)
        return given;
    free(given);
    given = memory_copy((const char *)whole);
    xmlFree(whole);
    return given;
}
