/* SPDX-License-Identifier: MIT
 * docs/letters.md: how well letters are read, those to develop with and those held back.
 */
#ifndef CONCORD_TESTS_LETTERS_REPORT_H
#define CONCORD_TESTS_LETTERS_REPORT_H

#include "figures.h"

#include <stdio.h>

/* Writes the page, and how many flips it tells of. */
struct report_flips {
    int as_they_are, in_other_shapes;
};
void report_write(const char *path, struct report_flips *ret_flips);

/* Sections of the page. */
void report_figures(const struct half halves[HALF_COUNT], FILE *out);
void report_classes(const struct half halves[HALF_COUNT], FILE *out);
void report_confusion(const struct half halves[HALF_COUNT], FILE *out);
void report_styles(const struct half halves[HALF_COUNT], FILE *out);
void report_mistakes(const struct half halves[HALF_COUNT], FILE *out);
void report_confidence(const struct half halves[HALF_COUNT], FILE *out);
void report_coders(const struct half *develop, FILE *out);
/* These two return their flips. */
int report_shapes(struct letter_reader *reader, const struct half halves[HALF_COUNT], FILE *out);
int report_additions(struct letter_reader *reader, const struct half halves[HALF_COUNT], FILE *out);

#endif
