/* SPDX-License-Identifier: MIT */
#include "letters/reading/writer.h"

#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>

enum { FIRST_ROOM = 4096, LINE_BYTES = 4096 };
static const size_t waiting = SIZE_MAX; /* of a place: its first words have not come */

struct letter_writer writer_begin(struct letter_text *text, size_t limit)
{
    text->text = memory_new(1, FIRST_ROOM);
    return (struct letter_writer){.text = text, .room = FIRST_ROOM, .limit = limit};
}

/* Cut between characters where it is too much. */
static void append(struct letter_writer *w, const char *bytes, size_t length)
{
    struct letter_text *text = w->text;
    if (w->is_full || length > w->limit - text->length) {
        w->is_full = true;
        return;
    }
    if (text->length + length + 1 > w->room) {
        while (text->length + length + 1 > w->room)
            w->room *= 2;
        text->text = memory_resize(text->text, w->room);
    }
    memcpy(text->text + text->length, bytes, length);
    text->length += length;
    text->text[text->length] = '\0';
}

static bool is_at_line_start(const struct letter_writer *w)
{
    return w->text->length == 0 || w->text->text[w->text->length - 1] == '\n';
}

static void begin_waiting(struct letter_writer *w)
{
    struct letter_text *text = w->text;
    for (; w->next_mark < text->mark_count; w->next_mark++)
        if (text->marks[w->next_mark].place.begin == waiting)
            text->marks[w->next_mark].place.begin = text->length;
    for (; w->next_link < text->link_count; w->next_link++)
        if (text->links[w->next_link].words.begin == waiting)
            text->links[w->next_link].words.begin = text->length;
}

/* How many line ends, up to two, the text has at its end; all of them where it is empty. */
static int line_ends(const struct letter_text *text)
{
    int count = 0;
    while (count < 2 && (size_t)count < text->length &&
           text->text[text->length - 1 - (size_t)count] == '\n')
        count++;
    return text->length == 0 ? 2 : count;
}

/* Pays what is owed: words come. */
static void settle(struct letter_writer *w)
{
    for (int there = line_ends(w->text); there < 2 && there < w->breaks; there++)
        append(w, "\n", 1);
    w->breaks = 0;
    if (w->label)
        append(w, w->label, strlen(w->label));
    else if (w->gap && !is_at_line_start(w))
        append(w, &w->gap, 1);
    writer_drop_label(w);
    w->gap = '\0';
    begin_waiting(w);
}

static void put(struct letter_writer *w, const char *bytes, size_t length)
{
    if (length == 0)
        return;
    settle(w);
    append(w, bytes, length);
}

/* Not every kind of space: a no-break space is one that somebody meant. */
static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

static void put_lines(struct letter_writer *w, struct slice words)
{
    size_t at = 0;
    while (at < words.length) {
        size_t end = at;
        while (end < words.length && words.bytes[end] != '\n')
            end++;
        put(w, words.bytes + at, end - at);
        if (end < words.length)
            writer_line(w);
        at = end + 1;
    }
}

void writer_words(struct letter_writer *w, struct slice words)
{
    if (w->keeps_space) {
        put_lines(w, words);
        return;
    }
    size_t at = 0;
    while (at < words.length) {
        size_t end = at;
        while (end < words.length && !is_space(words.bytes[end]))
            end++;
        put(w, words.bytes + at, end - at);
        if (end < words.length)
            writer_gap(w, ' ');
        for (at = end; at < words.length && is_space(words.bytes[at]);)
            at++;
    }
}

void writer_exact(struct letter_writer *w, struct slice bytes)
{
    put(w, bytes.bytes, bytes.length);
}

void writer_break(struct letter_writer *w, int lines)
{
    if (w->holds_line) {
        writer_gap(w, ' ');
        return;
    }
    if (w->label) /* the line has begun */
        return;
    w->breaks = lines > w->breaks ? lines : w->breaks;
    w->gap = '\0';
}

void writer_line(struct letter_writer *w)
{
    writer_break(w, w->breaks + 1);
}

void writer_gap(struct letter_writer *w, char gap)
{
    if (w->gap != '\t' && w->breaks == 0)
        w->gap = gap;
}

void writer_label(struct letter_writer *w, const char *label)
{
    char *both = memory_print("%s%s", w->label ? w->label : "", label);
    free(w->label);
    w->label = both;
}

void writer_drop_label(struct letter_writer *w)
{
    free(w->label);
    w->label = NULL;
}

size_t writer_open_mark(struct letter_writer *w, enum letter_mark_kind kind)
{
    struct letter_text *text = w->text;
    text->marks = memory_grow(text->marks, text->mark_count, &w->mark_room, sizeof *text->marks);
    text->marks[text->mark_count] = (struct letter_mark){kind, {waiting, waiting}};
    return text->mark_count++;
}

static void close_place(struct letter_writer *w, struct letter_span *place)
{
    if (place->begin == waiting)
        place->begin = w->text->length;
    place->end = w->text->length;
}

void writer_close_mark(struct letter_writer *w, size_t mark)
{
    close_place(w, &w->text->marks[mark].place);
}

size_t writer_open_link(struct letter_writer *w, struct slice address)
{
    struct letter_text *text = w->text;
    text->links = memory_grow(text->links, text->link_count, &w->link_room, sizeof *text->links);
    text->links[text->link_count] = (struct letter_link){{waiting, waiting}, slice_copy(address)};
    return text->link_count++;
}

void writer_close_link(struct letter_writer *w, size_t link)
{
    close_place(w, &w->text->links[link].words);
}

static bool may_be_empty(enum letter_mark_kind kind)
{
    return kind == LETTER_MARK_COMMENT || kind == LETTER_MARK_TRACKED;
}

static bool is_blank_between(const struct letter_text *text, size_t begin, size_t end)
{
    while (begin < end && is_space(text->text[begin]))
        begin++;
    return begin >= end;
}

/* A word processor gives every run of a bold sentence a mark of its own. */
static bool joins(struct letter_text *text, const struct letter_mark *next)
{
    struct letter_mark *last = text->mark_count ? &text->marks[text->mark_count - 1] : NULL;
    bool has_words =
        last && last->place.begin < last->place.end && next->place.begin < next->place.end;
    if (!has_words || last->kind != next->kind || next->place.begin < last->place.end ||
        !is_blank_between(text, last->place.end, next->place.begin))
        return false;
    last->place.end = next->place.end;
    return true;
}

static void tidy_marks(struct letter_writer *w)
{
    struct letter_text *text = w->text;
    size_t count = text->mark_count;
    text->mark_count = 0;
    for (size_t i = 0; i < count; i++) {
        struct letter_mark mark = text->marks[i];
        if (mark.place.end == waiting)
            close_place(w, &mark.place);
        bool is_empty = mark.place.begin == mark.place.end;
        if ((!is_empty || may_be_empty(mark.kind)) && !joins(text, &mark))
            text->marks[text->mark_count++] = mark;
    }
}

static void tidy_links(struct letter_writer *w)
{
    struct letter_text *text = w->text;
    size_t count = text->link_count;
    text->link_count = 0;
    for (size_t i = 0; i < count; i++) {
        struct letter_link link = text->links[i];
        if (link.words.end == waiting)
            close_place(w, &link.words);
        if (link.words.begin < link.words.end)
            text->links[text->link_count++] = link;
        else
            free(link.address);
    }
}

void writer_end(struct letter_writer *w)
{
    writer_drop_label(w);
    w->breaks = 0;
    w->gap = '\0';
    tidy_marks(w);
    tidy_links(w);
    if (!is_at_line_start(w))
        append(w, "\n", 1);
}

char *writer_one_line(const char *words)
{
    struct letter_text text = {0};
    struct letter_writer w = writer_begin(&text, LINE_BYTES);
    writer_words(&w, slice_of(words));
    char *line = text.length ? memory_copy(text.text) : NULL;
    letter_text_free(&text);
    return line;
}
