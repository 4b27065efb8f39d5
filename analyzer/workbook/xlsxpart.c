/* SPDX-License-Identifier: MIT */
#include "workbook/xlsxpart.h"

#include "base/memory.h"
#include "base/text.h"

#include <libxml/parser.h>
#include <stdarg.h>
#include <stdlib.h>

enum { PIECE_BYTES = 1 << 16, DEPTH = 64, WHAT_BYTES = 200, NO_COUNT = -1 };

/* A part being read. */
struct reading {
    struct xlsxpart_strings *strings;
    struct xlsxpart_content *content;
    char what[WHAT_BYTES]; /* the first thing that is wrong, or empty */
    size_t depth;
    struct {
        int64_t wanted, children; /* wanted: as the element itself says, or NO_COUNT */
    } levels[DEPTH];
    bool is_text;         /* of the cell at hand: a number of a shared string */
    uint32_t row, column; /* of the cell at hand, from 0 */
    char *text;           /* of the element at hand, of those whose text counts */
    size_t length, room;
    bool collects;
};

/* A parser's callbacks get the context that it was made with. */
static void complain(struct reading *r, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
static void complain(struct reading *r, const char *format, ...)
{
    if (r->what[0])
        return;
    va_list arguments;
    va_start(arguments, format);
    text_cut_list(r->what, sizeof r->what, format, arguments);
    va_end(arguments);
}

/* libxml2 gives five pointers an attribute: its name, prefix, namespace, and where its value
 * begins and ends. */
enum { ATTRIBUTE_PARTS = 5 };

static struct slice attribute(const xmlChar **attributes, int count, const char *name)
{
    for (int i = 0; i < count; i++) {
        const xmlChar **at = attributes + (size_t)i * ATTRIBUTE_PARTS;
        if (strcmp((const char *)at[0], name) == 0)
            return (struct slice){(const char *)at[3], (size_t)(at[4] - at[3])};
    }
    return (struct slice){NULL, 0};
}

/* r:id, which refers to another part. */
static struct slice qualified_id(const xmlChar **attributes, int count)
{
    for (int i = 0; i < count; i++)
        if (attributes[i * ATTRIBUTE_PARTS + 1])
            return attribute(attributes + (size_t)i * ATTRIBUTE_PARTS, 1, "id");
    return (struct slice){NULL, 0};
}

/* -1 where it is no number. */
static int64_t number_of(struct slice text)
{
    int64_t number = 0;
    if (text.length == 0 || text.length > 15)
        return -1;
    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] < '0' || text.bytes[i] > '9')
            return -1;
        number = number * 10 + (text.bytes[i] - '0');
    }
    return number;
}

/* "AB12" is row 11, column 27. */
static bool read_place(struct slice place, uint32_t *ret_row, uint32_t *ret_column)
{
    size_t letters = 0;
    uint32_t column = 0;
    for (; letters < place.length && letters < 3 && place.bytes[letters] >= 'A'; letters++)
        column = column * 26 + (uint32_t)(place.bytes[letters] - 'A' + 1);
    int64_t row = number_of((struct slice){place.bytes + letters, place.length - letters});
    *ret_column = column - 1;
    *ret_row = (uint32_t)(row - 1);
    return letters > 0 && row > 0 && row <= 1 << 20;
}

/* How many children the element says it has. The shared strings say how often they are used
 * as well. */
static int64_t wanted_children(struct reading *r, const char *name, const xmlChar **attributes,
                               int count)
{
    const char *key = "count";
    if (strcmp(name, "sst") == 0) {
        r->strings->uses = (uint64_t)number_of(attribute(attributes, count, key));
        key = "uniqueCount";
    } else if (strcmp(name, "vector") == 0) {
        key = "size";
    }
    struct slice said = attribute(attributes, count, key);
    return said.bytes ? number_of(said) : NO_COUNT;
}

static void begin_text(struct reading *r)
{
    r->collects = true;
    r->length = 0;
}

static void begin_cell(struct reading *r, const xmlChar **attributes, int count)
{
    struct slice kind = attribute(attributes, count, "t");
    r->is_text = slice_is(kind, "s");
    if (!read_place(attribute(attributes, count, "r"), &r->row, &r->column) ||
        (kind.length > 0 && !r->is_text))
        complain(r, "a cell has no place or an unknown kind");
}

static void take_link(struct reading *r, struct slice target)
{
    if (target.bytes)
        xlsxrecord_link(&r->content->sheet, target);
}

/* A link out of the book is external, and nothing else is. */
static void begin_relation(struct reading *r, const xmlChar **attributes, int count)
{
    static const char link[] =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";
    bool is_link = slice_is(attribute(attributes, count, "Type"), link);
    struct slice mode = attribute(attributes, count, "TargetMode");
    if (is_link != slice_is(mode, "External") || (mode.bytes && !is_link))
        complain(r, "a relationship of no known kind");
    r->content->relations++;
    r->content->relation_sum += xlsxrecord_text(attribute(attributes, count, "Id"));
    if (is_link)
        take_link(r, attribute(attributes, count, "Target"));
}

/* Elements that count, other than by their children. */
static void begin_element(struct reading *r, const char *element, const xmlChar **attributes,
                          int count)
{
    if (strcmp(element, "c") == 0) {
        begin_cell(r, attributes, count);
    } else if (strcmp(element, "v") == 0 || strcmp(element, "si") == 0) {
        begin_text(r);
    } else if (strcmp(element, "hyperlink") == 0) {
        r->content->sheet.links++;
        take_link(r, attribute(attributes, count, "location"));
    } else if (strcmp(element, "Relationship") == 0) {
        begin_relation(r, attributes, count);
    } else if (strcmp(element, "Override") == 0) {
        r->content->overrides++;
    }
}

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespaces, const xmlChar **declared, int count, int defaulted,
                     const xmlChar **attributes)
{
    struct reading *r = context;
    const char *element = (const char *)name;
    (void)uri, (void)namespaces, (void)declared, (void)defaulted, (void)prefix;
    if (r->depth > 0)
        r->levels[r->depth - 1].children++;
    if (r->depth == DEPTH) {
        complain(r, "elements in elements without end");
        r->depth--;
    }
    r->levels[r->depth].wanted = wanted_children(r, element, attributes, count);
    r->levels[r->depth++].children = 0;
    begin_element(r, element, attributes, count);
    struct slice id = qualified_id(attributes, count);
    if (id.bytes) {
        r->content->ids++;
        r->content->id_sum += xlsxrecord_text(id);
    }
}

static void on_characters(void *context, const xmlChar *characters, int length)
{
    struct reading *r = context;
    if (!r->collects)
        return;
    size_t more = (size_t)length;
    while (r->length + more > r->room) {
        r->room = r->room ? 2 * r->room : PIECE_BYTES;
        r->text = memory_resize(r->text, r->room);
    }
    memcpy(r->text + r->length, characters, more);
    r->length += more;
}

static void end_cell(struct reading *r)
{
    struct slice value = {r->text, r->length};
    uint64_t hash = 0;
    if (r->is_text) {
        int64_t number = number_of(value);
        if (number < 0 || (size_t)number >= r->strings->count) {
            complain(r, "a cell refers to a text that is not there");
            return;
        }
        hash = r->strings->hashes[number];
    } else {
        SCOPED_TEXT number = slice_copy(value);
        char *end = number;
        hash = xlsxrecord_number(strtod(number, &end));
        if (end == number || *end)
            complain(r, "a cell has no value");
    }
    xlsxrecord_add(&r->content->sheet, r->row, r->column, r->is_text, hash);
}

static void end_string(struct reading *r)
{
    struct xlsxpart_strings *s = r->strings;
    s->hashes = memory_grow(s->hashes, s->count, &s->room, sizeof *s->hashes);
    s->hashes[s->count++] = xlsxrecord_text((struct slice){r->text ? r->text : "", r->length});
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    struct reading *r = context;
    const char *element = (const char *)name;
    (void)prefix, (void)uri;
    if (r->depth == 0)
        return;
    r->depth--;
    if (r->levels[r->depth].wanted != NO_COUNT &&
        r->levels[r->depth].wanted != r->levels[r->depth].children)
        complain(r, "%.40s holds %lld of %lld elements", element,
                 (long long)r->levels[r->depth].children, (long long)r->levels[r->depth].wanted);
    if (strcmp(element, "v") == 0)
        end_cell(r);
    else if (strcmp(element, "si") == 0)
        end_string(r);
    else
        return;
    r->collects = false;
}

/* A workbook needs none, and what it would declare could read other files. */
static void on_doctype(void *context, const xmlChar *name, const xmlChar *external,
                       const xmlChar *system)
{
    (void)name, (void)external, (void)system;
    complain(context, "it has a document type");
}

static void on_error(void *context, xmlErrorPtr fault_found)
{
    const char *words = fault_found->message ? fault_found->message : "it is not well-formed";
    complain(context, "line %d: %.*s", fault_found->line, (int)strcspn(words, "\n"), words);
}

/* True where all was read and the checksum is right. */
static bool parse(unzFile zip, xmlParserCtxtPtr parser)
{
    static char piece[PIECE_BYTES];
    if (unzOpenCurrentFile(zip) != UNZ_OK)
        return false;
    int length = 0;
    while ((length = unzReadCurrentFile(zip, piece, sizeof piece)) > 0)
        xmlParseChunk(parser, piece, length, 0);
    xmlParseChunk(parser, NULL, 0, 1);
    return unzCloseCurrentFile(zip) == UNZ_OK && length == 0;
}

bool xlsxpart_read(unzFile zip, const char *name, struct xlsxpart_strings *strings,
                   struct xlsxpart_content *ret_content, struct error *err)
{
    *ret_content = (struct xlsxpart_content){0};
    struct reading r = {.strings = strings, .content = ret_content};
    xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC,
                             .internalSubset = on_doctype,
                             .startElementNs = on_start,
                             .endElementNs = on_end,
                             .characters = on_characters,
                             .ignorableWhitespace = on_characters,
                             .cdataBlock = on_characters,
                             .serror = on_error};
    xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, &r, NULL, 0, name);
    if (!parser)
        memory_exhausted();
    /* NOENT: &amp; in an attribute is a plain character. Nothing else is known, since a
     * document type is refused and nothing that it declares is kept. */
    xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOENT);
    if (!parse(zip, parser))
        complain(&r, "it cannot be unpacked");
    else if (!parser->wellFormed)
        complain(&r, "it is not well-formed");
    /* Declared entities are kept in a document, which nobody owns. */
    xmlFreeDoc(parser->myDoc);
    parser->myDoc = NULL;
    xmlFreeParserCtxt(parser);
    free(r.text);
    return !r.what[0] || error_set(err, ERROR_OUTPUT, "workbook.xlsx", 0, NULL,
                                   "the part %.80s could not be written whole: %s", name, r.what);
}
