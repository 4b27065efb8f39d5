/* SPDX-License-Identifier: MIT
 * A Word document as it is printed: insertions as if accepted, deletions left out, both marked,
 * since nobody has decided about them. Nothing in it is run, no link followed.
 */
#include "letters/reading/formats.h"

#include "base/dictionary.h"
#include "base/memory.h"
#include "letters/reading/docx_numbering.h"
#include "letters/reading/tree.h"

#include <stdlib.h>
#include <utf8proc.h>

struct document {
    struct archive *archive;
    struct docx_numbering *numbering;
    struct text_index addresses; /* r:id to the index of its target, of the part being read */
    char **targets;
    size_t target_count, target_room;
    struct text_index comments; /* id to mark, likewise */
    char *field;                /* address of a field whose words are to come, or NULL */
    size_t field_link;
    bool has_field_link;
    const char *notes; /* "footnote", "endnote": the kind of note that is being read, or NULL */
};

/* Word's own elements; those of drawings and formulas have the same short names. */
static bool is_word(const xmlNode *node)
{
    return node->ns && node->ns->href && strstr((const char *)node->ns->href, "wordprocessingml");
}

static bool is_block(const xmlNode *element)
{
    return tree_is(element, "p") || tree_is(element, "br") || tree_is(element, "tbl");
}

/* w:b without a value says yes. */
static bool is_on(const xmlNode *property)
{
    const char *value = property ? tree_attribute(property, "val") : "false";
    return strcmp(value, "false") != 0 && strcmp(value, "0") != 0 && strcmp(value, "none") != 0;
}

static bool begin_run(struct tree_walk *walk, struct tree_frame *frame)
{
    const xmlNode *properties = tree_child(frame->node, "rPr");
    if (is_on(tree_child(properties, "vanish")))
        return false;
    if (is_on(tree_child(properties, "b")))
        tree_mark(walk, frame, LETTER_MARK_BOLD);
    if (is_on(tree_child(properties, "highlight")))
        tree_mark(walk, frame, LETTER_MARK_HIGHLIGHT);
    return true;
}

static bool begin_paragraph(struct document *d, struct tree_walk *walk, struct tree_frame *frame)
{
    SCOPED_TEXT label = docx_numbering_next(d->numbering, frame->node);
    writer_break(walk->writer, label ? 1 : 2);
    if (label)
        writer_label(walk->writer, label);
    return true;
}

/* Comments may overlap, so that none belongs to an element. */
static void take_comment(struct document *d, struct tree_walk *walk, const xmlNode *node)
{
    struct slice id = slice_of(tree_attribute(node, "id"));
    int32_t mark = text_index_find(&d->comments, id);
    bool is_start = tree_is(node, "commentRangeStart");
    if (mark < 0) {
        mark = (int32_t)writer_open_mark(walk->writer, LETTER_MARK_COMMENT);
        text_index_add(&d->comments, id, mark);
        if (!is_start)
            writer_close_mark(walk->writer, (size_t)mark);
    } else if (tree_is(node, "commentRangeEnd")) {
        writer_close_mark(walk->writer, (size_t)mark);
    }
}

static void mark_point(struct tree_walk *walk, enum letter_mark_kind kind)
{
    writer_close_mark(walk->writer, writer_open_mark(walk->writer, kind));
}

/* HYPERLINK "https://..." \o "..." */
static char *field_address(const char *instruction)
{
    const char *at = strstr(instruction, "HYPERLINK");
    at = at ? strchr(at, '"') : NULL;
    size_t length = at ? strcspn(at + 1, "\"") : 0;
    return length ? slice_copy((struct slice){at + 1, length}) : NULL;
}

static void take_instruction(struct document *d, xmlNode *node)
{
    xmlChar *words = xmlNodeGetContent(node);
    char *address = field_address((const char *)words);
    xmlFree(words);
    if (!address)
        return;
    free(d->field);
    d->field = address;
}

static void take_field_sign(struct document *d, struct tree_walk *walk, const xmlNode *node)
{
    const char *sign = tree_attribute(node, "fldCharType");
    if (strcmp(sign, "separate") == 0 && d->field && !d->has_field_link) {
        d->field_link = writer_open_link(walk->writer, slice_of(d->field));
        d->has_field_link = true;
    } else if (strcmp(sign, "end") == 0) {
        if (d->has_field_link)
            writer_close_link(walk->writer, d->field_link);
        d->has_field_link = false;
        free(d->field);
        d->field = NULL;
    }
}

static void link_to(const struct document *d, struct tree_walk *walk, struct tree_frame *frame)
{
    int32_t target = text_index_find(&d->addresses, slice_of(tree_attribute(frame->node, "id")));
    if (target >= 0)
        tree_link(walk, frame, slice_of(d->targets[target]));
}

/* A character of a font of signs: a bullet, a tick. */
static void put_sign(struct tree_walk *walk, const xmlNode *node)
{
    utf8proc_uint8_t bytes[4];
    long code = strtol(tree_attribute(node, "char"), NULL, 16);
    bool is_character = code > 0 && code <= 0xffff && utf8proc_codepoint_valid((int32_t)code);
    utf8proc_ssize_t length = is_character ? utf8proc_encode_char((int32_t)code, bytes) : 0;
    if (length > 0)
        writer_exact(walk->writer, (struct slice){(const char *)bytes, (size_t)length});
}

static bool enter_character(struct tree_walk *walk, const xmlNode *node)
{
    if (tree_is(node, "tab") || tree_is(node, "ptab"))
        writer_gap(walk->writer, '\t');
    else if (tree_is(node, "br") || tree_is(node, "cr"))
        writer_line(walk->writer);
    else if (tree_is(node, "noBreakHyphen"))
        writer_exact(walk->writer, slice_of("\xe2\x80\x91"));
    else if (tree_is(node, "softHyphen"))
        writer_exact(walk->writer, slice_of("\xc2\xad"));
    else if (tree_is(node, "sym"))
        put_sign(walk, node);
    else
        return false;
    return true;
}

static bool enter_change(struct tree_walk *walk, struct tree_frame *frame, bool *ret_goes_on)
{
    bool is_new = tree_is(frame->node, "ins") || tree_is(frame->node, "moveTo");
    bool is_gone = tree_is(frame->node, "del") || tree_is(frame->node, "moveFrom");
    if (is_new)
        tree_mark(walk, frame, LETTER_MARK_TRACKED);
    if (is_gone)
        mark_point(walk, LETTER_MARK_TRACKED);
    *ret_goes_on = is_new;
    return is_new || is_gone;
}

/* Lines and what separates words are notes too, of a kind of their own. */
static bool enter_note(const xmlNode *node)
{
    return !*tree_attribute(node, "type") || strcmp(tree_attribute(node, "type"), "normal") == 0;
}

static bool enter_aside(struct document *d, struct tree_walk *walk, struct tree_frame *frame)
{
    const xmlNode *node = frame->node;
    if (tree_is(node, "hyperlink"))
        link_to(d, walk, frame);
    else if (tree_is(node, "fldChar"))
        take_field_sign(d, walk, node);
    else if (tree_is(node, "instrText"))
        take_instruction(d, frame->node);
    else if (strncmp((const char *)node->name, "comment", 7) == 0)
        take_comment(d, walk, node);
    else if (d->notes && tree_is(node, d->notes))
        return enter_note(node);
    return !tree_is(node, "instrText");
}

static bool enter(void *context, struct tree_walk *walk, struct tree_frame *frame)
{
    struct document *d = context;
    const xmlNode *node = frame->node;
    bool goes_on = true;
    if (!is_word(node))
        return !tree_is(node, "Fallback"); /* the same again, for older programs */
    if (slice_ends_with(slice_of((const char *)node->name), "Pr"))
        return false;
    if (tree_is(node, "r"))
        return begin_run(walk, frame);
    if (tree_is(node, "p"))
        return begin_paragraph(d, walk, frame);
    if (tree_is(node, "tr"))
        tree_begin_row(walk, frame, is_block);
    if (tree_is(node, "tc"))
        tree_begin_cell(walk);
    if (enter_character(walk, node))
        return false;
    if (enter_change(walk, frame, &goes_on))
        return goes_on;
    return enter_aside(d, walk, frame);
}

static void leave(void *context, struct tree_walk *walk, struct tree_frame *frame)
{
    (void)context;
    if (!is_word(frame->node))
        return;
    if (tree_is(frame->node, "p"))
        writer_drop_label(walk->writer);
    if (tree_is(frame->node, "p") || tree_is(frame->node, "tr"))
        writer_break(walk->writer, 1);
    if (tree_is(frame->node, "tbl"))
        writer_break(walk->writer, 2);
}

static void words(void *context, struct tree_walk *walk, const xmlNode *text)
{
    (void)context;
    if (tree_is(text->parent, "t") && is_word(text->parent))
        writer_words(walk->writer, slice_of((const char *)text->content));
}

static void take_target(struct document *d, xmlNode *relation)
{
    struct slice id = slice_of(tree_attribute(relation, "Id"));
    xmlChar *target = xmlGetProp(relation, (const xmlChar *)"Target");
    if (target && text_index_find(&d->addresses, id) < 0) {
        d->targets = memory_grow(d->targets, d->target_count, &d->target_room, sizeof *d->targets);
        text_index_add(&d->addresses, id, (int32_t)d->target_count);
        d->targets[d->target_count++] = memory_copy((const char *)target);
    }
    xmlFree(target);
}

static void read_targets(struct document *d, const char *part)
{
    SCOPED_TEXT name = memory_print("word/_rels/%s.rels", part);
    xmlDoc *doc = archive_try_xml(d->archive, name);
    xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
    for (xmlNode *n = root ? root->children : NULL; n; n = n->next)
        if (n->type == XML_ELEMENT_NODE)
            take_target(d, n);
    xmlFreeDoc(doc);
}

/* What belonged to one part only. */
static void forget_part(struct document *d)
{
    for (size_t i = 0; i < d->target_count; i++)
        free(d->targets[i]);
    free(d->targets);
    d->targets = NULL;
    d->target_count = d->target_room = 0;
    text_index_done(&d->addresses);
    text_index_done(&d->comments);
    d->addresses = d->comments = (struct text_index){0};
    free(d->field);
    d->field = NULL;
    d->has_field_link = false;
}

static bool write_part(struct document *d, const char *name, struct letter_writer *w,
                       char **ret_reason)
{
    static const struct tree_reader reader = {enter, leave, words};
    xmlDoc *doc = archive_read_xml(d->archive, name, ret_reason);
    if (!doc)
        return false;
    read_targets(d, name + strlen("word/"));
    tree_weigh(xmlDocGetRootElement(doc), NULL);
    writer_break(w, 2);
    tree_walk(xmlDocGetRootElement(doc), &reader, d, w);
    forget_part(d);
    xmlFreeDoc(doc);
    return true;
}

/* A letter has headers for its first and its other pages that often say the same. */
static bool write_headers(struct document *d, struct letter_writer *w, char **ret_reason)
{
    const char *name = NULL;
    bool ok = true;
    for (size_t n = 0; ok && (name = archive_name(d->archive, "word/header", ".xml", n)); n++) {
        struct letter_text text = {0};
        struct letter_writer header = writer_begin(&text, w->limit);
        ok = write_part(d, name, &header, ret_reason);
        writer_end(&header);
        struct slice said = {text.text, text.length};
        if (ok && said.length &&
            !(w->text->length && memmem(w->text->text, w->text->length, said.bytes, said.length)))
            writer_exact(w, said);
        letter_text_free(&text);
    }
    return ok;
}

static bool write_footers(struct document *d, struct letter_writer *w, char **ret_reason)
{
    const char *name = NULL;
    bool ok = true;
    for (size_t n = 0; ok && (name = archive_name(d->archive, "word/footer", ".xml", n)); n++) {
        size_t mark = writer_open_mark(w, LETTER_MARK_CHROME);
        ok = write_part(d, name, w, ret_reason);
        writer_close_mark(w, mark);
    }
    return ok;
}

static bool write_notes(struct document *d, struct letter_writer *w, char **ret_reason)
{
    static const char *const kinds[] = {"footnote", "endnote"};
    bool ok = true;
    for (size_t i = 0; ok && i < 2; i++) {
        SCOPED_TEXT name = memory_print("word/%ss.xml", kinds[i]);
        d->notes = kinds[i];
        ok = !archive_has(d->archive, name) || write_part(d, name, w, ret_reason);
    }
    d->notes = NULL;
    return ok;
}

bool docx_read(struct archive *archive, struct letter_writer *w, char **ret_reason)
{
    const char *main_part = archive_name(archive, "word/document", ".xml", 0);
    struct document d = {.archive = archive, .numbering = docx_numbering_new(archive)};
    bool ok = write_headers(&d, w, ret_reason) && write_part(&d, main_part, w, ret_reason) &&
              write_notes(&d, w, ret_reason) && write_footers(&d, w, ret_reason);
    docx_numbering_free(d.numbering);
    return ok;
}
