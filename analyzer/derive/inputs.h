/* SPDX-License-Identifier: MIT
 * What the passes of derive/ read: the facts and the reference rows as arrays, which no pass
 * alters. Days count from 1970-01-01; unknown or unbounded ends are DAY_MIN, DAY_MAX.
 */
#ifndef CONCORD_DERIVE_INPUTS_H
#define CONCORD_DERIVE_INPUTS_H

#include "base/error.h"
#include "derive/days.h"
#include "domain/vocabulary.h"
#include "domain/working_days.h"

#include <sqlite3.h>

/* One accepted response that is not dated after as-of. */
struct fact {
    int32_t response_no;
    int32_t force_no;
    int32_t request_no;
    int32_t question_no; /* 0: the whole letter */
    int32_t tool_no;
    int32_t set_no; /* 0: exemptions not known */
    struct date_interval received;
    struct date_interval responded; /* bounded (clause 51); unknown where that gives no date */
    struct date_interval written;   /* as the letter says it: what makes rows one letter */
    struct date_interval any_day;   /* of one without a date, the ends there are (clause 51) */
    int8_t topic;                   /* of the row as given, resolved (clause 62) */
    int8_t stage;
    int8_t stance;
    int8_t position;
    int8_t use; /* use_statement, -1: none given; likewise the yes/no below */
    int8_t held;
    int8_t partial_ncnd;
    int8_t harm_test;
    int8_t public_interest_test;
    bool has_link;
    bool is_given; /* its day is not written, but bounded closely enough (clause 51) */
};

/* Does the letter itself say its day? What is due asks for no less (clause 51). */
static inline bool fact_has_written_date(const struct fact *f)
{
    return date_is_known(f->responded) && !f->is_given;
}

enum condition { CONDITION_ACKNOWLEDGED, CONDITION_NOT_ACKNOWLEDGED, CONDITION_ANY };

struct guidance {
    int32_t guidance_no; /* in byte order of the id */
    int32_t request_no;  /* 0: any */
    int32_t tool_no;     /* 0: any */
    struct date_interval from;
    struct window in_force;
    int8_t condition;
    bool expects[3]; /* by enum position */
    bool expects_partial;
};

struct membership {
    int32_t collaboration_no, force_no;
    struct window in_force;
};

struct question {
    int32_t question_no, request_no;
    int8_t listed_topic;   /* -1: not in questions.csv */
    int8_t expanded_topic; /* clauses 17, 62 */
};

struct inputs {
    sqlite3 *db;   /* into which each pass writes its tables */
    int32_t as_of; /* DAY_MAX: no date in the pack */

    const struct fact *facts; /* in the order of derive/facts.h */
    size_t fact_count;
    const bool *is_asked_about; /* by tool_no: some fact is about it */

    const int8_t *regime_of;    /* by force_no: index into vocabulary regimes */
    const bool *is_territorial; /* by force_no */
    size_t force_count;
    const int32_t *request_rank; /* by request_no: place in byte order of the id */
    size_t request_count;
    const struct question *questions; /* by question_no; [0] unused */
    size_t question_count;
    const int32_t
        *first_question; /* by request_no: into question_order; [request_count + 1] ends */
    const int32_t *question_order;
    const int32_t *parent_of; /* by tool_no, 0: none */
    size_t tool_count;
    const struct guidance *guidance;
    size_t guidance_count;
    const struct membership *memberships; /* by force */
    size_t membership_count;
    size_t collaboration_count;
    struct holiday_calendar uk, scotland;
};

/* Frees the arrays. */
void inputs_done(struct inputs *in);

#endif
