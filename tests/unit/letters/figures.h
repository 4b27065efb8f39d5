/* SPDX-License-Identifier: MIT
 * The figures of LETTERS 7 over outcomes, each letter counted as often as it is drawn.
 */
#ifndef CONCORD_TESTS_LETTERS_FIGURES_H
#define CONCORD_TESTS_LETTERS_FIGURES_H

#include "outcome.h"

#include "stats/interval.h"

enum aim { AIM_NONE, AIM_LEAST, AIM_MOST };

/* A figure is a share, or an F1. It has no value, NaN, where nothing counts. */
struct figure {
    const char *name;
    double (*value)(const struct outcomes *outcomes, const double *drawn, int option);
    int option;
    enum aim aim;
    double goal;
};

enum figure_number {
    FIGURE_FORCED,
    FIGURE_SELECTIVE,
    FIGURE_PARTIAL,
    FIGURE_HELD,
    FIGURE_EXEMPTION_SETS,
    FIGURE_CITATIONS,
    FIGURE_FIELDS, /* use, both tests, link, stage, reference, dates */
    FIGURE_WHOLE_ROW = FIGURE_FIELDS + 8,
    FIGURE_QUESTIONS,
    FIGURE_SPANS,
    FIGURE_REVIEW,
    FIGURE_WRONG_REVIEWED,
    FIGURE_COUNT
};

extern const struct figure figures[FIGURE_COUNT];

/* `drawn` by number of file; NULL: each once. */
double figure_value(enum figure_number number, const struct outcomes *outcomes,
                    const double *drawn);

/* Does it reach its goal? */
bool figure_is_met(enum figure_number number, double value);

/* Percentile intervals over letters, with a fixed seed; NaN where there are none. */
void figure_intervals(const struct outcomes *outcomes, size_t files,
                      struct interval ret[FIGURE_COUNT]);

/* Of one class. */
struct class_figures {
    int should, is, both;
    double precision, recall, f1;
    struct interval interval; /* of F1 */
};
struct class_figures figure_class(const struct outcomes *outcomes, size_t files, int stance);

int count_conflicts(const struct outcomes *outcomes, enum conflict conflict);

/* The figures on a few lines, for whoever runs the tests. */
void figures_tell(const struct outcomes *outcomes, FILE *out);

#endif
