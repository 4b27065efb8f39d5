/* SPDX-License-Identifier: MIT
 * A finding named on the command line, by its id or the beginning of it in any case.
 */
#ifndef CONCORD_CMD_FINDING_ARGUMENT_H
#define CONCORD_CMD_FINDING_ARGUMENT_H

#include "store/query.h"

/* The columns of analyzer/cmd/queries/finding.sql. */
enum finding_column {
    FINDING_NO,
    FINDING_ID,
    RULE_ID,
    TITLE,
    SEVERITY,
    CERTAINTY,
    STATUS,
    DATE,
    MESSAGE,
    RATIONALE,
    SOURCE,
    BASIS,
    REMEDY,
    WAIVED_WHY,
    WAIVED_BY,
    CHANGE,
    BECAUSE,
    PARTIES,
    PARTIES_DIGEST,
    IS_OF_SEVERAL, /* 1: its key has no force */
};

/* Leaves that statement, freshly prepared, on the finding's row. `database` is for messages.
 * Errors: USAGE, where none or more than one begins so. */
MUST_CHECK bool finding_argument_find(sqlite3_stmt *finding, const char *database, const char *id,
                                      struct error *err);

#endif
