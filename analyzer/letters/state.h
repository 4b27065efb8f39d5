/* SPDX-License-Identifier: MIT
 * All that is known of a letter while it is read: each step fills its part, and later ones only
 * read it. letter_reader.c shows the order.
 */
#ifndef CONCORD_LETTERS_STATE_H
#define CONCORD_LETTERS_STATE_H

#include "letters/cited.h"
#include "letters/coding.h"
#include "letters/exemption_table.h"
#include "letters/mask.h"

/* A value of the letter as a whole, with the words it stands in. */
struct found_value {
    const char *value;        /* "" where there is none */
    struct letter_span place; /* in the letter */
    bool is_from_file;
};

struct letter_state {
    struct arena *arena;
    const struct phrase_book *book;
    struct phrase_search *search; /* of the text at hand */
    struct folded_names *names;
    const struct coding_tables *tables;
    const struct exemption_table *exemptions;
    const struct letter_text *text;
    const struct letter_context *context;
    struct folded folded;
    char *masked;
    struct unit_list units;
    struct question_list questions;
    struct act_list acts;
    struct cited_list cited;
    struct found_value reference, received, responded;
    enum stage stage;
    struct letter_span stage_place;
    bool is_whole;  /* its end was seen, or it does not break off in a sentence */
    bool asks_use;  /* the request, where it is not numbered, asks about use */
    uint64_t flags; /* of the letter */
};

/* folded, masked, units with their zones, questions: of the text in its context */
void letter_divide(struct letter_state *state);

/* reference and dates, where the stage is known */
void head_find(struct letter_state *state);

/* reference, dates, stage, is_whole, asks_use, and flags of the letter */
void fields_find(struct letter_state *state);

#endif
