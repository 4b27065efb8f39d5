/* SPDX-License-Identifier: MIT
 * Letters, what they say about use, and which rows later letters supersede.
 */
#ifndef CONCORD_DERIVE_LETTERS_H
#define CONCORD_DERIVE_LETTERS_H

#include "derive/inputs.h"

/* A letter about one tool. */
struct letter {
    int32_t force_no, tool_no, request_no;
    struct date_interval responded;
    struct date_interval any_day;  /* of one without a date, the ends there are (clause 51) */
    struct date_interval received; /* of the row that decides lateness */
    struct date_interval due;      /* DAY_MIN..DAY_MAX: not known */
    int32_t due_working_days;      /* the 20th or the 40th */
    int32_t response_no;           /* the row that gives its position on use, else its first */
    int32_t set_no;                /* what that row cites, 0: not known */
    int32_t late_response_no;      /* the row that decides lateness, 0: none */
    int32_t confirmed_topics;      /* bit 1 << topic: a row on it confirms ... */
    int32_t denied_topics;         /* ... or denies ... */
    int32_t disclosed_topics;      /* ... or has the stance disclosed ... */
    int32_t withheld_topics;       /* ... or held_exempt or ncnd */
    int32_t made;                  /* its index when it was made, before sorting */
    int8_t stage;
    int8_t position_on_use;
    int8_t late;         /* enum certainty */
    int8_t partial_ncnd; /* over its rows on use: 1 if any, 0 if all, else -1 */
    bool qualified;      /* it denies use, and partial_ncnd is 1 (clause 47) */
    bool ncnd_on_use, confirm_on_use, ncnd_on_detail, confirm_on_detail;
    bool speaks_for_request; /* the latest of its request with a position (clause 36) */
};

/* How a fact stands in its letter. */
struct row_in_letter {
    int32_t letter;   /* index into letters, then letter_no - 1 */
    bool superseded;  /* a later letter answers the same (clause 16) */
    bool conflicting; /* another row of the letter answers the question with another stance */
};

struct letters {
    const struct letter *letters; /* by force, tool, and clause 31 */
    size_t count;
    const struct row_in_letter *rows; /* by index of the fact */
};

/* Writes the table letter. Free with letters_done, also after an error: OUTPUT. */
MUST_CHECK bool letters_build(const struct inputs *in, struct letters *ret, struct error *err);
void letters_done(struct letters *l);

#endif
