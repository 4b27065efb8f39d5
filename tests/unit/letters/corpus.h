/* SPDX-License-Identifier: MIT
 * The letters of tests/letters with what people read in them.
 */
#ifndef CONCORD_TESTS_LETTERS_CORPUS_H
#define CONCORD_TESTS_LETTERS_CORPUS_H

#include "letters/letter_reader.h"

enum corpus_half { HALF_DEVELOP, HALF_HELD_BACK, HALF_COUNT };

/* A row of gold.csv. */
struct corpus_row {
    const char *question_id, *reading_b, *flags, *span;
    const char *values[LETTER_FIELD_COUNT];
    bool review;
};

/* A letter as one force's; a letter of two forces stands here for each of them. */
struct corpus_letter {
    enum corpus_half half;
    size_t style;   /* number of its folder */
    size_t file_no; /* number of its file */
    const char *style_name, *number, *path, *tool;
    const char *force, *partner; /* who speaks; with whom, or NULL */
    enum act regime;
    bool is_hard;
    struct letter_question *questions;
    size_t question_count;
    struct corpus_row *rows;
    size_t row_count, row_room;
    struct letter_text text; /* as the reader of files gives it */
};

struct corpus {
    struct arena arena;
    struct corpus_letter *letters;
    size_t count, room, file_count;
    const char **styles;
    size_t style_count, style_room;
};

/* Those of one half. */
void corpus_open(struct corpus *corpus, enum corpus_half half);
void corpus_close(struct corpus *corpus);

/* "searches-first/07", or with the force where two write. */
const char *corpus_name(const struct corpus_letter *letter);

#endif
