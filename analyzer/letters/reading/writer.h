/* SPDX-License-Identifier: MIT
 * Builds the text of a letter from pieces of a document: lines, white space as a reader sees it,
 * links and marks at the places where their words come to stand. A line end or a space is only owed
 * until further words come, so that no text begins or ends with one.
 */
#ifndef CONCORD_LETTERS_READING_WRITER_H
#define CONCORD_LETTERS_READING_WRITER_H

#include "base/slice.h"
#include "letters/letter_text.h"

struct letter_writer {
    struct letter_text *text;
    size_t room, link_room, mark_room;
    size_t limit;                /* of the text; what is beyond it is dropped and is_full set */
    size_t next_mark, next_link; /* those from here on may wait for their first words */
    int breaks;                  /* line ends owed before the next words */
    char gap;                    /* a space or tab owed, or 0 */
    char *label;                 /* what the next line begins with, or NULL */
    bool holds_line;             /* in a short row of a table: no line ends */
    bool keeps_space;            /* white space means something */
    bool is_full;
};

/* Writes into *text, which is empty. The text of a letter has at most `limit` bytes. */
struct letter_writer writer_begin(struct letter_text *text, size_t limit);

/* Words with their white space: every run of it is one space unless keeps_space. */
void writer_words(struct letter_writer *w, struct slice words);

/* The bytes as they are, line ends included. */
void writer_exact(struct letter_writer *w, struct slice bytes);

/* What follows begins on a new line (1), or behind an empty one (2). */
void writer_break(struct letter_writer *w, int lines);

/* A line end that somebody typed: two of them make an empty line. */
void writer_line(struct letter_writer *w);

void writer_gap(struct letter_writer *w, char gap);

/* The next line begins with that; behind an earlier one whose line is still to come. */
void writer_label(struct letter_writer *w, const char *label);
void writer_drop_label(struct letter_writer *w);

/* A mark or link from the next words on, up to those before it is closed: the number that closes
 * it. The address is copied. */
size_t writer_open_mark(struct letter_writer *w, enum letter_mark_kind kind);
void writer_close_mark(struct letter_writer *w, size_t mark);
size_t writer_open_link(struct letter_writer *w, struct slice address);
void writer_close_link(struct letter_writer *w, size_t link);

/* Ends the text with a line end, drops marks and links without words (but for comments and tracked
 * changes, which may be about nothing that is left), and joins what is marked alike. */
void writer_end(struct letter_writer *w);

/* Words that stand in a heading of a message, as one line; NULL where there are none. The caller
 * frees. */
char *writer_one_line(const char *words);

#endif
