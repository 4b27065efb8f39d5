/* SPDX-License-Identifier: MIT
 * Which zone each unit of a letter stands in (LETTERS 1.1), and whose question it answers: one walk
 * from the first unit to the last.
 */
#ifndef CONCORD_LETTERS_ZONE_H
#define CONCORD_LETTERS_ZONE_H

#include "letters/question.h"

struct zoning {
    struct arena *arena;
    struct phrase_search *search;
    const struct folded *folded;
    const char *masked; /* the folded text with names masked */
    struct unit_list *units;
    struct question_list *questions;
};

void zones_find(struct zoning *zoning);

#endif
