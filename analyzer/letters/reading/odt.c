/* SPDX-License-Identifier: MIT
 * An OpenDocument text as it is printed: insertions as if accepted, deletions left out, both
 * marked.
 */
#include "letters/reading/formats.h"

#include "base/dictionary.h"
#include "base/memory.h"
#include "letters/reading/odt_styles.h"
#include "letters/reading/tree.h"

#include <stdlib.h>

enum { IN_PARAGRAPH = 1 };

struct document {
    const struct odt_styles *styles;
    struct text_index changes;   /* insertions that have begun, to their mark */
    struct text_index comments;  /* annotations that have begun, likewise */
    struct letter_writer *notes; /* where the bodies of notes go */
    long last_count;             /* of the last outermost list: one may go on counting from it */
};

static bool is_block(const xmlNode *element)
{
    return tree_is(element, "p") || tree_is(element, "h") || tree_is(element, "line-break") ||
           tree_is(element, "table");
}

static void begin_mark(struct text_index *open, struct tree_walk *walk, const char *id,
                       enum letter_mark_kind kind)
{
    size_t mark = writer_open_mark(walk->writer, kind);
    if (!*id)
        writer_close_mark(walk->writer, mark);
    else if (text_index_find(open, slice_of(id)) < 0)
        text_index_add(open, slice_of(id), (int32_t)mark);
}

static void end_mark(const struct text_index *open, struct tree_walk *walk, const char *id)
{
    int32_t mark = text_index_find(open, slice_of(id));
    if (mark >= 0)
        writer_close_mark(walk->writer, (size_t)mark);
}

static bool enter_change(struct document *d, struct tree_walk *walk, const xmlNode *node)
{
    const char *id = tree_attribute(node, "change-id");
    if (tree_is(node, "change"))
        begin_mark(&d->changes, walk, "", LETTER_MARK_TRACKED);
    else if (tree_is(node, "change-start"))
        begin_mark(&d->changes, walk, id, LETTER_MARK_TRACKED);
    else if (tree_is(node, "change-end"))
        end_mark(&d->changes, walk, id);
    else if (tree_is(node, "annotation"))
        begin_mark(&d->comments, walk, tree_attribute(node, "name"), LETTER_MARK_COMMENT);
    else if (tree_is(node, "annotation-end"))
        end_mark(&d->comments, walk, tree_attribute(node, "name"));
    else
        return tree_is(node, "tracked-changes"); /* holds what was deleted */
    return true;
}

static bool enter_character(struct tree_walk *walk, const xmlNode *node)
{
    if (tree_is(node, "tab"))
        writer_gap(walk->writer, '\t');
    else if (tree_is(node, "line-break"))
        writer_line(walk->writer);
    else if (tree_is(node, "s"))
        writer_gap(walk->writer, ' ');
    else
        return false;
    return true;
}

/* How many lists a node of the walk is in, and the name of the style that they share. */
static int list_level(const struct tree_walk *walk, const char **ret_style)
{
    int level = 0;
    *ret_style = "";
    for (size_t i = 0; i < walk->depth; i++) {
        if (!tree_is(walk->frames[i].node, "list"))
            continue;
        const char *own = tree_attribute(walk->frames[i].node, "style-name");
        *ret_style = *own ? own : *ret_style;
        level++;
    }
    return level;
}

static void begin_list(const struct document *d, struct tree_walk *walk, struct tree_frame *frame)
{
    const char *style = "";
    int level = list_level(walk, &style);
    bool goes_on = strcmp(tree_attribute(frame->node, "continue-numbering"), "true") == 0 ||
                   *tree_attribute(frame->node, "continue-list");
    frame->count =
        goes_on && level == 1 ? d->last_count : odt_style_start(d->styles, style, level) - 1;
}

static void begin_item(struct document *d, struct tree_walk *walk, struct tree_frame *frame)
{
    const char *style = "", *start = tree_attribute(frame->node, "start-value");
    int level = list_level(walk, &style);
    struct tree_frame *list = tree_above(walk, frame);
    if (!list)
        return;
    list->count = *start ? strtol(start, NULL, 10) : list->count + 1;
    d->last_count = level == 1 ? list->count : d->last_count;
    SCOPED_TEXT label = odt_style_label(d->styles, style, level, list->count);
    writer_break(walk->writer, 1);
    writer_label(walk->writer, label);
}

static bool is_in_list(const struct tree_walk *walk, const struct tree_frame *frame)
{
    const struct tree_frame *above = tree_above(walk, frame);
    return above && tree_is(above->node, "list-item");
}

static void begin_link(struct tree_walk *walk, struct tree_frame *frame)
{
    xmlChar *address = xmlGetProp(frame->node, (const xmlChar *)"href");
    if (address)
        tree_link(walk, frame, slice_of((const char *)address));
    xmlFree(address);
}

static void begin_words(const struct document *d, struct tree_walk *walk, struct tree_frame *frame)
{
    const char *style = tree_attribute(frame->node, "style-name");
    if (odt_style_is_bold(d->styles, style))
        tree_mark(walk, frame, LETTER_MARK_BOLD);
    if (odt_style_is_highlighted(d->styles, style))
        tree_mark(walk, frame, LETTER_MARK_HIGHLIGHT);
}

static void write_note(struct document *d, xmlNode *note);

static bool enter_block(struct document *d, struct tree_walk *walk, struct tree_frame *frame)
{
    const xmlNode *node = frame->node;
    if (tree_is(node, "p") || tree_is(node, "h"))
        writer_break(walk->writer, is_in_list(walk, frame) ? 1 : 2);
    else if (tree_is(node, "list"))
        begin_list(d, walk, frame);
    else if (tree_is(node, "list-item"))
        begin_item(d, walk, frame);
    else if (tree_is(node, "table-row"))
        tree_begin_row(walk, frame, is_block);
    else if (tree_is(node, "table-cell"))
        tree_begin_cell(walk);
    else if (tree_is(node, "a"))
        begin_link(walk, frame);
    if (tree_is(node, "p") || tree_is(node, "h") || tree_is(node, "span"))
        begin_words(d, walk, frame);
    return true;
}

/* Text counts in paragraphs only: between them there is white space that means nothing. */
static void inherit(struct tree_walk *walk, struct tree_frame *frame)
{
    const struct tree_frame *above = tree_above(walk, frame);
    bool is_paragraph = tree_is(frame->node, "p") || tree_is(frame->node, "h");
    frame->what = is_paragraph || (above && above->what == IN_PARAGRAPH) ? IN_PARAGRAPH : 0;
}

/* What a picture holds for those who cannot see it, and its bytes. */
static bool is_picture_part(const xmlNode *node)
{
    return tree_is(node, "title") || tree_is(node, "desc") || tree_is(node, "binary-data");
}

static bool enter(void *context, struct tree_walk *walk, struct tree_frame *frame)
{
    struct document *d = context;
    inherit(walk, frame);
    if (is_picture_part(frame->node))
        return false;
    if (enter_change(d, walk, frame->node) || enter_character(walk, frame->node))
        return false;
    if (tree_is(frame->node, "note")) {
        if (d->notes)
            write_note(d, frame->node);
        return false;
    }
    return enter_block(d, walk, frame);
}

static void leave(void *context, struct tree_walk *walk, struct tree_frame *frame)
{
    (void)context;
    if (tree_is(frame->node, "list-item"))
        writer_drop_label(walk->writer);
    if (is_block(frame->node) || tree_is(frame->node, "table-row"))
        writer_break(walk->writer, tree_is(frame->node, "table") ? 2 : 1);
}

static void words(void *context, struct tree_walk *walk, const xmlNode *text)
{
    (void)context;
    if (walk->frames[walk->depth - 1].what == IN_PARAGRAPH)
        writer_words(walk->writer, slice_of((const char *)text->content));
}

static const struct tree_reader reader = {enter, leave, words};

/* Words of a note stand behind the letter, not in the sentence. */
static void write_note(struct document *d, xmlNode *note)
{
    struct document inner = {.styles = d->styles};
    xmlNode *body = tree_child(note, "note-body");
    if (!body)
        return;
    writer_break(d->notes, 2);
    tree_walk(body, &reader, &inner, d->notes);
    text_index_done(&inner.changes);
    text_index_done(&inner.comments);
}

static void write_root(const xmlNode *root, xmlNode *body, struct letter_writer *w)
{
    struct letter_text note_text = {0};
    struct letter_writer notes = writer_begin(&note_text, w->limit);
    struct odt_styles *styles = odt_styles_new(root);
    struct document d = {.styles = styles, .notes = &notes};
    tree_weigh(body, NULL);
    writer_break(w, 2);
    tree_walk(body, &reader, &d, w);
    writer_end(&notes);
    if (note_text.length) {
        writer_break(w, 2);
        writer_exact(w, (struct slice){note_text.text, note_text.length});
    }
    letter_text_free(&note_text);
    text_index_done(&d.changes);
    text_index_done(&d.comments);
    odt_styles_free(styles);
}

/* Headers or footers of the pages, which stand with the styles. */
static void write_frames(xmlDoc *doc, const char *name, struct letter_writer *w)
{
    const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
    const xmlNode *masters = root ? tree_child(root, "master-styles") : NULL;
    for (xmlNode *n = masters ? masters->children : NULL; n; n = n->next) {
        xmlNode *frame = tree_is(n, "master-page") ? tree_child(n, name) : NULL;
        if (frame)
            write_root(root, frame, w);
    }
}

bool odt_read(struct archive *archive, struct letter_writer *w, char **ret_reason)
{
    xmlDoc *content = archive_read_xml(archive, "content.xml", ret_reason);
    if (!content)
        return false;
    xmlDoc *styles = archive_try_xml(archive, "styles.xml");
    xmlNode *root = xmlDocGetRootElement(content);
    xmlNode *body = tree_child(tree_child(root, "body"), "text");
    write_frames(styles, "header", w);
    if (body)
        write_root(root, body, w);
    size_t mark = writer_open_mark(w, LETTER_MARK_CHROME);
    write_frames(styles, "footer", w);
    writer_close_mark(w, mark);
    xmlFreeDoc(styles);
    xmlFreeDoc(content);
    return true;
}
