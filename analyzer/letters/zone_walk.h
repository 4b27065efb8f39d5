/* SPDX-License-Identifier: MIT
 * The walk through the units of a letter: for zone.c and its neighbours alone.
 */
#ifndef CONCORD_LETTERS_ZONE_WALK_H
#define CONCORD_LETTERS_ZONE_WALK_H

#include "letters/zone.h"

enum { UNITS_AHEAD = 80, HEADED_MAX = 16 };

/* What a unit has of a question: known before the walk, so that the walk can look ahead. */
struct question_mark {
    struct question_number first; /* of the numbers it begins with */
    uint16_t count;               /* of these numbers */
    uint16_t body;                /* where its words begin, behind the number */
    int16_t asked;                /* the question whose words these are, or -1 */
    int16_t paragraph;            /* the number that it begins with, whatever that is of; 0 */
    uint16_t paragraph_end;       /* behind that number */
    int16_t topic;                /* one more than the question whose answer a label heads; 0 */
    bool is_named, is_answer;
    bool is_bare;   /* a number without a word, with its sign */
    bool asks;      /* its words ask for something */
    bool is_label;  /* a number, and nothing behind it */
    bool is_adverb; /* "firstly": of a paragraph a question */
};

/* Where the walk stands. */
struct walk {
    struct zoning *z;
    struct question_mark *marks; /* of each unit */
    enum letter_zone state;
    const char *because;
    bool has_aside; /* a zone that ends with its paragraph */
    enum letter_zone aside;
    const char *aside_because;
    uint32_t aside_paragraph;
    struct question_set current;  /* whose answer stands here */
    struct question_set labelled; /* the same, where the labels of a form began */
    bool is_form;                 /* "First duty: held for (1)" */
    struct question_set together; /* those whose answers began together last */
    struct question_set asked;    /* the last question of the request */
    struct question_set answered; /* those whose answers have begun */
    int last_asked;               /* number of the last question or answer */
    bool is_inline;               /* answers stand between the questions */
    bool has_digits;              /* questions are numbered by them */
    bool is_quotation;            /* the request began with a quote */
    bool is_told;                 /* the request is told in whole sentences */
    bool is_list;                 /* exemptions are listed, and then the zone before goes on */
    bool points_to_annex;         /* an answer did */
    bool is_rest_too;             /* this part is said of its questions and of the rest */
    bool has_numbered_reasons;    /* of this zone of reasons: 1, 2, 3 */
    enum letter_zone before_list;
    const char *before_because;
    bool has_answers;
    size_t at;
    size_t greeting;                         /* the unit behind it */
    size_t last_response;                    /* the last unit that is the heading of one */
    const struct phrase *headed[HEADED_MAX]; /* headings inside answers */
    size_t headed_count;
};

static inline bool zone_is_own(enum letter_zone zone)
{
    return zone == ZONE_DECISION || zone == ZONE_ANSWERS || zone == ZONE_RESIDUAL ||
           zone == ZONE_EXEMPTIONS;
}

static inline bool zone_is_closed(enum letter_zone zone)
{
    return zone == ZONE_COMPLAINT || zone == ZONE_ANNEX || zone == ZONE_FOOTER;
}

static inline void walk_set_zone(struct unit *unit, enum letter_zone zone, const char *because)
{
    unit->zone = zone;
    unit->because = because;
}

/* Why a zone of the force's own begins where nothing but a whole sentence does. */
extern const char walk_by_default[];

/* Why an answer begins that is for all questions still open. */
extern const char walk_remaining[];

/* Is it still open where the request stands? */
static inline bool walk_is_head(const struct walk *w)
{
    return w->state == ZONE_HEAD || (w->state == ZONE_DECISION && w->because == walk_by_default);
}

/* In zone.c. */
void walk_enter(struct walk *w, enum letter_zone zone, const char *because);

/* Parts the rows of a table of questions and answers, in zone_rows.c. */
void walk_part_rows(struct walk *w);

/* Before the walk: the marks of all units, and whether answers stand between the questions. */
void walk_find_marks(struct walk *w);
void walk_find_mark(struct walk *w, size_t unit);

/* The words of a unit behind its number; whether words begin as an answer does; whether the unit
 * puts a question. */
struct slice walk_body(const struct walk *w, size_t unit);
bool walk_begins_answer(struct slice text);
bool walk_is_asked_below(const struct walk *w, size_t unit); /* behind a label */
bool walk_reads_as_question(const struct walk *w, size_t unit);

/* From the marks: labels that are topics, paragraphs numbered for themselves, answers marked as
 * quoted, and is_inline. */
void walk_find_layout(struct walk *w);

/* Does the unit ask what was asked? Then it is no heading. */
bool walk_is_question(const struct walk *w);

/* A number, or a question in its words. True: the zone of the unit is settled. */
void walk_take_topic(struct walk *w, struct unit *unit);
bool walk_take_number(struct walk *w, struct unit *unit);
bool walk_take_question(struct walk *w, struct unit *unit);

/* Behind a question of the request: does its answer begin here? */
bool walk_is_answer_between(const struct walk *w, const struct unit *unit);

/* "Request 1", its question, more of it, and "Answer 1" below: is this still the question? */
bool walk_goes_on_asking(const struct walk *w, const struct unit *unit);

/* "As to the former": of two questions that are answered together, the one that is meant. */
void walk_take_former(struct walk *w, const struct unit *unit);

/* Leaves the request for what follows it. */
void walk_leave_request(struct walk *w);

/* Before it: parts a sentence whose halves, at its semicolons, name questions of their own. */
void walk_part_clauses(struct walk *w);

/* Behind the walk: which sentences of a paragraph speak of which questions, in zone_spread.c. */
void walk_spread_answers(struct walk *w);

/* Does this heading, or what is said of the rest, belong to the question at hand? */
bool walk_keeps_question(struct walk *w, const struct phrase *heading);
bool walk_has_later_question(const struct walk *w);

/* Does an answer stand in an annex? In zone_notes.c. */
bool walk_points_to_annex(const struct walk *w, struct slice text);

/* Behind the walk: notes to a table are the answers that point to them, and a column that tells
 * the answers of before is history; in zone_notes.c. */
void walk_follow_notes(const struct zoning *z);

#endif
