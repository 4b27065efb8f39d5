/* SPDX-License-Identifier: MIT
 * The citations of a letter and what each stands there for (LETTERS 2.1). How a citation is
 * spelled, and of which Act it is, domain/citation.h says.
 */
#ifndef CONCORD_LETTERS_CITED_H
#define CONCORD_LETTERS_CITED_H

#include "letters/act.h"

enum cited_status {
    CITED_RELIED,
    CITED_RESIDUAL,
    CITED_DESCRIBED,
    CITED_PROCEDURAL,
    CITED_NOT_RELIED,
    CITED_POSSIBLE,
    CITED_OTHER_LAW,
    CITED_REQUEST,
    CITED_MENTIONED,
};

struct cited {
    char text[CITATION_BYTES];
    enum act act; /* ACT_NONE: the force's own */
    enum cited_status status;
    size_t unit, begin, end; /* in the folded text */
    size_t clause_begin;
    struct question_set questions;
    bool names_questions; /* likewise those of an act */
    bool is_odd;          /* "31(a)": as written, and flagged */
};

struct cited_list {
    struct cited *items;
    size_t count, room;
};

void cited_find(const struct act_search *search, struct cited_list *ret);

/* Of those described, the ones that a sentence behind them relies on. */
void cited_look_back(const struct act_search *search, struct cited_list *list);

#endif
