/* SPDX-License-Identifier: MIT
 * The letters of tests/letters with their gold, and how well they are read.
 */
#ifndef CONCORD_TESTS_LETTERS_CORPUS_H
#define CONCORD_TESTS_LETTERS_CORPUS_H

#include "letters/letter_reader.h"

#include <stdio.h>

enum { CORPUS_STANCES = 16 };

/* A measure: how many of how many. */
struct corpus_share {
    int right, of;
};

struct corpus_score {
    int letters, rows;
    int confusion[CORPUS_STANCES][CORPUS_STANCES]; /* gold, read; the last: none */
    struct corpus_share fields[LETTER_FIELD_COUNT], whole_row, question, flags, span;
    struct corpus_share review;         /* rows for a person, of all */
    struct corpus_share wrong_reviewed; /* wrong rows that a person sees, of the wrong ones */
    int flips, deny_flips;
};

/* Reads the letters of one style and adds to the score. Each row that is wrong is told to `out`,
 * which may be NULL. */
void corpus_read(struct letter_reader *reader, const char *folder, struct corpus_score *score,
                 FILE *out);

/* Tells the zones and acts of a letter. */
void corpus_explain(const struct letter_text *text, const struct letter_reading *reading,
                    FILE *out);

/* Macro-F1 over the stances that the gold has. */
double corpus_macro_f1(const struct corpus_score *score);

void corpus_tell(const struct corpus_score *score, FILE *out);

#endif
