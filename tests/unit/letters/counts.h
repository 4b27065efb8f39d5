/* SPDX-License-Identifier: MIT
 * How often each class of evidence is right, counted over outcomes (LETTERS 3.3).
 */
#ifndef CONCORD_TESTS_LETTERS_COUNTS_H
#define CONCORD_TESTS_LETTERS_COUNTS_H

#include "outcome.h"

#include <stdio.h>

/* datasets/reference/classify-confidence.csv as these outcomes make it. */
void counts_write(const struct outcomes *outcomes, FILE *out);

/* The confidence of a row as the letters of all other styles make it; n is 0 where they are too
 * few. */
struct letter_confidence counts_of_others(const struct outcomes *outcomes,
                                          const struct evidence *evidence);

/* Reads the letters to develop with and writes the file. */
void counts_train(const char *path);

#endif
