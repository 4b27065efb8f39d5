/* SPDX-License-Identifier: MIT
 * A finding named on the command line, by its id or the beginning of it in any case.
 */
#ifndef CONCORD_CMD_FINDING_ARGUMENT_H
#define CONCORD_CMD_FINDING_ARGUMENT_H

#include "store/query.h"

/* Leaves find_finding, freshly prepared, on the finding's row. `database` is for messages.
 * Errors: USAGE, where none or more than one begins so. */
MUST_CHECK bool finding_argument_find(sqlite3_stmt *finding, const char *database, const char *id,
                                      struct error *err);

#endif
