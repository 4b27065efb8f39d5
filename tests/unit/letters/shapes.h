/* SPDX-License-Identifier: MIT
 * The shapes in which the same letter may come (LETTERS 7, robustness).
 */
#ifndef CONCORD_TESTS_LETTERS_SHAPES_H
#define CONCORD_TESTS_LETTERS_SHAPES_H

#include "outcome.h"

struct shaped {
    struct letter_text text, other;
    bool has_other;
    const char *force, *tool; /* NULL: as they are */
    bool questions_turned;
};

/* What the shape may cost: nothing; words of the letter; or so many letters of words that only
 * flips and flags count. */
enum shape_loss { LOSS_NONE, LOSS_WORDS, LOSS_NOISE };

struct shape {
    const char *name;
    /* Writes the text in that shape; NULL where `read` makes it. */
    void (*write)(const struct corpus_letter *letter, struct slice text, int option, FILE *out);
    /* Makes text and other by way of a file. */
    void (*read)(const struct corpus_letter *letter, int option, struct shaped *ret);
    int option;
    enum shape_loss loss;
    const char *force, *tool; /* put in the place of the letter's */
    bool questions_turned;
};

extern const struct shape shapes[];
extern const size_t shape_count;

/* False: the letter has nothing that the shape alters; on its way through a file it always may.
 * Else shaped_done frees it. */
bool shape_letter(const struct shape *shape, const struct corpus_letter *letter,
                  struct shaped *ret);
void shaped_done(struct shaped *shaped);

/* A text broken at spaces, each line at most `width` bytes, hyphenated if asked. The caller
 * frees. */
char *text_wrapped(struct slice text, size_t width, bool hyphenates);

/* Calls for each line, without its end. */
#define FOR_LINES(text, line)                                                                      \
    for (struct slice rest_ = (text), line; slice_next_part(&rest_, '\n', &line);)

/* By way of a file (shapes_files.c). */
void shape_html(const struct corpus_letter *letter, int option, struct shaped *ret);
void shape_docx(const struct corpus_letter *letter, int option, struct shaped *ret);
void shape_mail(const struct corpus_letter *letter, int option, struct shaped *ret);
void shape_pdf(const struct corpus_letter *letter, int columns, struct shaped *ret);

/* With noise (shapes_noise.c), errors in ten thousand characters. */
void shape_noise(const struct corpus_letter *letter, struct slice text, int rate, FILE *out);

#endif
