/* SPDX-License-Identifier: MIT
 * Letters in other shapes, and with something added, moved or put under a condition (LETTERS 7).
 */
#ifndef CONCORD_TESTS_LETTERS_ROBUSTNESS_H
#define CONCORD_TESTS_LETTERS_ROBUSTNESS_H

#include "shapes.h"

/* What becomes of the rows of the letters that a change alters. */
struct change_tally {
    int letters, rows;
    int same;    /* the row stays */
    int flagged; /* it does not, and a person sees it */
    int changed; /* it does not, and nobody sees it */
    int flips;   /* sure rows that say the opposite of the gold */
};

void robustness_tally(struct letter_reader *reader, const struct half *half,
                      const struct shape *shape, struct change_tally *tally);

enum added {
    ADDED_EXPLANATION,
    ADDED_COMPLAINT,
    ADDED_HISTORY,
    ADDED_REST,
    ADDED_CONDITION,
    ADDED_TO_REQUEST,
    ADDED_COUNT
};

extern const char *const added_names[ADDED_COUNT];

/* Same: as it must be. */
void metamorphic_tally(struct letter_reader *reader, const struct half *half, enum added added,
                       struct change_tally *tally);

/* Do the fields of a whole row stay, but those of `may_differ` (bits)? Case does not count. */
bool row_stays(const struct letter_row *a, const struct letter_row *b, unsigned may_differ);

/* The A row of that question, else the one that stands in for it, or NULL. */
const struct letter_row *row_like(const struct letter_reading *reading, const char *question);

#endif
