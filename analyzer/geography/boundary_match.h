/* SPDX-License-Identifier: MIT
 * Which force a feature of a boundary file belongs to.
 */
#ifndef CONCORD_GEOGRAPHY_BOUNDARY_MATCH_H
#define CONCORD_GEOGRAPHY_BOUNDARY_MATCH_H

#include "store/query.h"

#include <jansson.h>

struct boundary_match {
    bool is_force;
    int64_t force_no;
    char code[24]; /* the force's area code */
};

/* `find_force` is the statement force_of_area_code, prepared. Where properties of the same
 * rank disagree, the one whose name is first in byte order counts (of ONS's names the last,
 * which is the latest year). A property of the first two ranks that holds the code of an
 * unknown area is believed: the feature is then nobody's. Errors: as query_done. */
MUST_CHECK bool boundary_match(sqlite3_stmt *find_force, json_t *feature,
                               struct boundary_match *ret_match, struct error *err);

/* The error for a file without any match, INPUT: says which properties there are. Returns false. */
bool boundary_match_none(const json_t *features, const char *path, struct error *err);

#endif
