/* SPDX-License-Identifier: MIT
 * Within this folder: readings as rows of the table `proposal`.
 */
#ifndef CONCORD_CLASSIFY_PROPOSALS_H
#define CONCORD_CLASSIFY_PROPOSALS_H

#include "classify/letters_in.h"

void proposals_open(struct classification *c);
void proposals_close(struct classification *c);

/* Of a letter that is a row for one question only the row of that question. Where the second
 * reading (NULL: none) says another thing, it is reading B, flagged `columns`, and for review. A
 * letter whose force nobody knows is for review as a whole. */
MUST_CHECK bool proposals_store(struct classification *c, const struct read_letter *letter,
                                const struct letter_reading *reading,
                                const struct letter_reading *second, struct error *err);

#endif
