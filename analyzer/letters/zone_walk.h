/* SPDX-License-Identifier: MIT
 * The walk through the units of a letter that gives each its zone: where it stands, and its steps
 * about the numbers of questions. For zone.c and zone_number.c alone.
 */
#ifndef CONCORD_LETTERS_ZONE_WALK_H
#define CONCORD_LETTERS_ZONE_WALK_H

#include "letters/zone.h"

/* Where the walk stands. */
struct walk {
    struct zoning *z;
    enum letter_zone state;
    const char *because;
    bool has_aside; /* a zone that ends with its paragraph */
    enum letter_zone aside;
    const char *aside_because;
    uint32_t aside_paragraph;
    struct question_set current; /* whose answer stands here */
    struct question_set asked;   /* the last numbered part of the request */
    int last_asked;              /* its number */
    bool is_inline;              /* answers stand between the questions */
    bool is_quotation;           /* the request began with a quote */
    bool is_list;                /* exemptions are listed, and then the zone before goes on */
    enum letter_zone before_list;
    const char *before_because;
    bool has_answers;
    size_t at;
    size_t last_response; /* the last unit that is the heading of one */
};

static inline bool is_reason(enum letter_zone zone)
{
    return zone == ZONE_HARM || zone == ZONE_PUBLIC_INTEREST || zone == ZONE_BALANCE ||
           zone == ZONE_EXPLANATION;
}

static inline bool is_own(enum letter_zone zone)
{
    return zone == ZONE_DECISION || zone == ZONE_ANSWERS || zone == ZONE_RESIDUAL ||
           zone == ZONE_EXEMPTIONS;
}

/* The walk goes on in that zone, with what began it. */
void walk_enter(struct walk *w, enum letter_zone zone, const char *because);

/* The request is over: does its answer stand between its questions? */
void walk_leave_request(struct walk *w);

static inline void set_zone(struct unit *unit, enum letter_zone zone, const char *because)
{
    unit->zone = zone;
    unit->because = because;
}

/* A unit that begins with the number of a question. True: it is done. */
bool walk_take_number(struct walk *w, struct unit *unit);

/* A question of the request that the letter shows again, without its number. */
bool walk_take_question_again(struct walk *w, struct unit *unit);

/* In the request: does an answer stand here, between this question and the next? */
bool walk_is_answer_between(const struct walk *w, const struct unit *unit);

#endif
