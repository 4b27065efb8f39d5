/* SPDX-License-Identifier: MIT
 * Within this folder: what one import needs while it goes on.
 */
#ifndef CONCORD_IMPORTS_IMPORT_JOB_H
#define CONCORD_IMPORTS_IMPORT_JOB_H

#include "classify/classification.h"
#include "imports/bodies.h"
#include "imports/import.h"
#include "imports/mapping.h"
#include "imports/named_request.h"
#include "imports/outcome.h"
#include "imports/profile_fit.h"
#include "imports/tool_words.h"

struct import_job {
    sqlite3 *db;
    const struct import_given *given;
    struct mapping mapping;
    struct profiles others;
    struct bodies bodies;
    struct tool_words *tools;
    struct pattern *request, *bare_request; /* the latter NULL where requests have no column */
    struct outcome_reader outcomes;
    struct classification *letters;
    sqlite3_stmt *insert_row, *insert_request, *insert_reject, *insert_left, *insert_unmapped,
        *set_fate, *has_id;
};

#endif
