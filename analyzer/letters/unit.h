/* SPDX-License-Identifier: MIT
 * A letter as units: one sentence, heading or item of a list each, in the order of the text. Lines
 * that only the width of the page broke are whole again.
 */
#ifndef CONCORD_LETTERS_UNIT_H
#define CONCORD_LETTERS_UNIT_H

#include "letters/folded.h"
#include "letters/letter_reading.h"
#include "letters/numbers.h"
#include "letters/phrase_search.h"

enum { UNIT_BYTES_MAX = 2000, UNIT_OVERLAP = 200, QUESTIONS_MAX = 128 };

/* Questions by their place in the list of the letter; none set: the whole letter. */
struct question_set {
    uint64_t bits[QUESTIONS_MAX / 64];
};

struct unit {
    size_t begin, end; /* in the folded text */
    uint32_t paragraph;
    bool begins_line;
    bool is_line;        /* a line of its own, complete */
    uint32_t column;     /* of a table: 0 the first cell of a row, or no table */
    uint32_t message;    /* of a thread, from 1 on, in the order of the text; 0: no thread */
    bool begins_message; /* behind this the text of a message begins */
    bool is_behind;      /* an answer behind its question in one line */
    bool is_row;         /* the first cell of a row that has more */
    bool asks_in_row;    /* begins a row in which an answer stands behind what was asked */
    bool is_quoted, is_chrome, is_shouted;
    const struct phrase *heading; /* of its line, or NULL */
    enum letter_zone zone;
    const char *because;
    struct question_set questions; /* whose answer it stands in */
    bool names_behind;             /* its questions: what stands before a number is its answer */
    bool is_question;
    struct phrase_sight sight; /* of its masked text */
    bool is_rest_too;          /* said of its questions and of the rest */
    bool is_others;            /* said of the other force of a joint letter */
    bool is_rest;              /* of a part that speaks of the rest, whatever its zone */
};

struct unit_list {
    struct unit *items;
    size_t count, room;
};

/* Joins lines in the folded text and cuts it into units. */
void units_cut(struct arena *arena, struct folded *folded, struct phrase_search *search,
               const struct letter_text *text, struct unit_list *ret);

static inline struct slice unit_text(const struct folded *folded, const struct unit *unit)
{
    return (struct slice){folded->text + unit->begin, unit->end - unit->begin};
}

/* Reasons are given there, and nothing is decided. */
static inline bool zone_is_reason(enum letter_zone zone)
{
    return zone == ZONE_HARM || zone == ZONE_PUBLIC_INTEREST || zone == ZONE_BALANCE ||
           zone == ZONE_EXPLANATION;
}

#endif
