/* SPDX-License-Identifier: MIT
 * When an answer is due: the 20th working day after receipt (s10 of both Acts), or, after a
 * letter that took more time for the public-interest test, the 40th (clauses 33, 58).
 */
#ifndef CONCORD_DERIVE_DEADLINE_H
#define CONCORD_DERIVE_DEADLINE_H

#include "derive/inputs.h"

/* The letters of one force, request and stage that take more time. Made zeroed. */
struct extensions {
    size_t count;                   /* of days below, at most two */
    struct date_interval begins[2]; /* the two different days that begin first */
    int32_t first_latest;           /* the least last day of any of them */
    bool has_undated;
};

/* Of the rows among them that have the stance. */
struct extensions extensions_of(const struct fact *rows, size_t count);

struct deadline {
    struct date_interval due; /* for each end of the receipt */
    int32_t working_days;     /* 20 or 40 */
    enum certainty passed;
};

/* Was it passed on that day, of an answer or of the audit? False outside the years of the
 * calendar. */
bool deadline_of(const struct inputs *in, int32_t force_no, struct date_interval received,
                 const struct extensions *extensions, struct date_interval day,
                 struct deadline *ret);

/* That working day after the receipt, by the calendar of the force's Act. False, with the days left
 * as they are, outside the years of the calendar. */
bool deadline_day(const struct inputs *in, int32_t force_no, struct date_interval received,
                  int working_days, struct date_interval *ret_day);

#endif
