/* SPDX-License-Identifier: MIT
 * What the passes of derive/ share: the facts and the reference rows as arrays.
 * Days count from 1970-01-01; unknown or unbounded ends are DAY_MIN, DAY_MAX.
 * Everything here is owned by struct model and freed by model_done.
 */
#ifndef CONCORD_DERIVE_MODEL_H
#define CONCORD_DERIVE_MODEL_H

#include "base/dictionary.h"
#include "base/error.h"
#include "domain/date.h"
#include "domain/vocabulary.h"
#include "domain/working_days.h"

#include <sqlite3.h>

/* Days on which something holds: on all of `certain`, on some reading of
 * `possible`. An empty certain interval has earliest > latest. */
struct window {
    struct date_interval possible;
    struct date_interval certain;
};

/* One accepted response that is not dated after as-of. */
struct fact {
    int32_t response_no;
    int32_t force_no;
    int32_t request_no;
    int32_t question_no; /* 0: the whole letter */
    int32_t tool_no;
    int32_t set_no; /* 0: exemptions not known */
    struct date_interval received;
    struct date_interval responded;
    int32_t letter;  /* index into letters, then letter_no - 1 */
    int32_t profile; /* index into profiles */
    int8_t topic;    /* of the row as given, resolved (clause 18) */
    int8_t stage;
    int8_t stance;
    int8_t position;
    int8_t held; /* -1: none given; likewise the yes/no below */
    int8_t partial_ncnd;
    int8_t harm_test;
    int8_t public_interest_test;
    bool has_link;
    bool superseded;
    bool conflicting;
};

/* A letter about one tool. */
struct letter {
    int32_t force_no, tool_no, request_no;
    struct date_interval responded;
    struct date_interval received; /* of the row that decides lateness */
    struct date_interval due;      /* DAY_MIN..DAY_MAX: not known */
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
    int8_t late; /* enum certainty */
    bool ncnd_on_use, confirm_on_use, ncnd_on_detail, confirm_on_detail;
    bool speaks_for_request; /* the latest of its request with a position (clause 36) */
};

enum certainty { CERTAINTY_NONE, CERTAINTY_POSSIBLE, CERTAINTY_CERTAIN };
extern const char *const certainty_words[3]; /* "" for none */

enum level { LEVEL_OWN, LEVEL_COLLABORATION, LEVEL_THIRD_PARTY };

/* An acknowledgement that speaks for a force about a tool. */
struct record_entry {
    int32_t force_no, tool_no, acknowledgement_no;
    int8_t level;
    struct window in_force;
    struct date_interval published;
};

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
    int8_t expanded_topic; /* clause 17 */
};

/* One possible state of the record and the advice (see profile_reading). Hashed
 * as bytes, so without padding. */
struct reading {
    int32_t guidance; /* index into guidance, -1: none */
    int32_t replaced; /* likewise */
    int16_t own, collaboration;
};
_Static_assert(sizeof(struct reading) == 12, "a reading must have no padding");

/* The readings of one letter's day, shared by all letters in the same state. */
struct standing {
    size_t first, count; /* in model.readings */
    bool third_party;    /* a third party's statement certainly in force */
};

/* Hashed as bytes, too. */
struct profile {
    int32_t set_no;
    int32_t standing;
    int8_t regime, stance, position, topic, stage, partial_ncnd, held, harm_test,
        public_interest_test, has_link, dated, superseded, conflicting, spare[3];
};
_Static_assert(sizeof(struct profile) == 24, "a profile must have no padding");

struct cell {
    int32_t request_no, question_no, tool_no, force_no;
    int32_t fact; /* index into facts */
};

struct model {
    sqlite3 *db;
    int32_t as_of; /* DAY_MAX: no date in the pack */

    struct fact *facts;
    size_t fact_count;
    struct letter *letters;
    size_t letter_count, letter_room;

    int8_t *regime_of; /* by force_no: index into vocabulary regimes */
    size_t force_count;
    int32_t *request_rank; /* by request_no: place in byte order of the id */
    size_t request_count;
    struct question *questions; /* by question_no; [0] unused */
    size_t question_count;
    int32_t *first_question; /* by request_no: into question_order; [request_count + 1] ends */
    int32_t *question_order;
    int32_t *parent_of;   /* by tool_no, 0: none */
    bool *is_asked_about; /* by tool_no: some fact is about it */
    size_t tool_count;
    struct record_entry *record; /* by force, tool, acknowledgement */
    size_t record_count, record_room;
    struct guidance *guidance;
    size_t guidance_count;
    struct membership *memberships;
    size_t membership_count;
    size_t collaboration_count;
    int32_t *uk_days, *scottish_days;
    struct holiday_calendar uk, scotland;

    struct reading *readings;
    size_t reading_count, reading_room;
    struct standing *standings;
    size_t standing_count, standing_room;
    struct dictionary standing_index;
    struct profile *profiles;
    size_t profile_count, profile_room;
    struct dictionary profile_index;
    struct cell *cells;
    size_t cell_count, cell_room;
};

void model_done(struct model *m);

#endif
