/* SPDX-License-Identifier: MIT
 * Rows of (tool, unit, rater, position, conformance, own acknowledgement), as the statements
 * agreement_of_cells and agreement_of_letters give them, tool by tool.
 */
#ifndef CONCORD_MEASURE_RATINGS_OF_TOOLS_H
#define CONCORD_MEASURE_RATINGS_OF_TOOLS_H

#include "base/error.h"
#include "stats/agreement.h"

#include <sqlite3.h>

enum { POSITION_CATEGORIES = 3, CONFORMANCE_CATEGORIES = 2 };

struct rating {
    int32_t unit_no, rater_no;
    uint8_t position;        /* 1 confirm, 2 deny, 3 ncnd, 0 none */
    uint8_t conformance;     /* 1 yes, 2 no, 0 not judged */
    uint8_t is_acknowledged; /* by the force itself on the day */
};

/* The ratings of one tool, units together and in order. */
struct tool_ratings {
    int32_t tool_no;
    const struct rating *items;
    size_t count;
};

/* Called once a tool, in order of tools; the ratings live until it returns. False, with the error
 * filled, ends the reading. */
typedef bool tool_ratings_use(void *context, const struct tool_ratings *ratings, struct error *err);

/* The statement gives its rows by tool and unit. Errors: as row_done, and those of `use`. */
MUST_CHECK bool ratings_of_tools(sqlite3 *db, const char *statement, tool_ratings_use *use,
                                 void *context, struct error *err);

enum measured_on { ON_POSITION, ON_CONFORMANCE };

/* Units x raters for stats; the caller frees ret->values. */
struct ratings ratings_table(const struct tool_ratings *ratings, enum measured_on on,
                             uint8_t **ret_values);

#endif
