/* SPDX-License-Identifier: MIT
 * What the passes read, made in memory: three forces (regime FOIA) and tools (2 below 1), and two
 * requests, the first of which asks about use (question 1) and cost (2), the second about
 * meetings (3).
 */
#ifndef CONCORD_TESTS_DERIVE_DERIVING_H
#define CONCORD_TESTS_DERIVE_DERIVING_H

#include "derive/record.h"

enum { DERIVING_FACTS = 6 };

/* A response; they are given in the order of derive/facts.h, and numbered so from 1. */
struct given_fact {
    int8_t force_no, request_no, question_no, tool_no;
    enum stage stage;
    enum stance stance;
    struct date_interval responded;
};

struct deriving {
    struct inputs in; /* with a database in memory */
    struct fact facts[DERIVING_FACTS];
};

#define ON(day)                                                                                    \
    {                                                                                              \
        day, day                                                                                   \
    }
#define UNDATED                                                                                    \
    {                                                                                              \
        DAY_MIN, DAY_MAX                                                                           \
    }
#define ALWAYS                                                                                     \
    {                                                                                              \
        {DAY_MIN, DAY_MAX},                                                                        \
        {                                                                                          \
            DAY_MIN, DAY_MAX                                                                       \
        }                                                                                          \
    }
#define SINCE(day)                                                                                 \
    {                                                                                              \
        {day, DAY_MAX},                                                                            \
        {                                                                                          \
            day, DAY_MAX                                                                           \
        }                                                                                          \
    }

/* Facts up to the first without a force. The object must stay where it is until deriving_end. */
void deriving_begin(struct deriving *d, const struct given_fact given[DERIVING_FACTS]);
void deriving_end(struct deriving *d);

/* The first column of all rows, set apart by "|", must be this. */
void deriving_check(const struct deriving *d, const char *sql, const char *expected);

#endif
