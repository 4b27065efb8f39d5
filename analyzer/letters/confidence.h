/* SPDX-License-Identifier: MIT
 * How often evidence of a class was right (LETTERS 3.3): counts of the letters of tests/letters to
 * develop with, in datasets/reference/classify-confidence.csv, which `make train` writes.
 */
#ifndef CONCORD_LETTERS_CONFIDENCE_H
#define CONCORD_LETTERS_CONFIDENCE_H

#include "base/arena.h"
#include "letters/letter_reading.h"

#include "base/error.h"

/* A class of evidence is some words, "A C06 decisive one none"; its parent has the last one less.
 * The first is the reading: a B is right more seldom than an A. */
struct confidence_count {
    const char *class;
    int letters, rows, stance_right, row_right;
};

/* Of fewer letters nothing is said: the parent speaks. */
enum { CONFIDENCE_LETTERS_MIN = 8, CONFIDENCE_CLASS_BYTES = 64 };

struct confidence_book {
    struct arena arena;
    struct confidence_count *counts;
    size_t count, room;
};

/* Errors, kind INPUT, with file and line. */
MUST_CHECK bool confidence_load(struct confidence_book *ret, struct error *err);
void confidence_done(struct confidence_book *book);

/* The class of a row, of `size` bytes at least CONFIDENCE_CLASS_BYTES. */
void confidence_class(const struct letter_row *row, char *out, size_t size);

/* Cuts the last word off. False: there is none but the first. */
bool confidence_parent(char *class);

/* Fills the row's confidence from its class or the next parent with enough letters. */
void confidence_give(const struct confidence_book *book, struct letter_row *row);

/* Of right ones of n, as it is shown: no count is proof of always or never. */
double confidence_share(int right, int n);

#endif
