/* SPDX-License-Identifier: MIT
 * A finding or a matter named on the command line, by its id or the beginning of it in any case.
 */
#ifndef CONCORD_CMD_FINDING_ARGUMENT_H
#define CONCORD_CMD_FINDING_ARGUMENT_H

#include "store/query.h"

/* Leaves find_finding, freshly prepared, on the finding's row. `database` is for messages.
 * Errors: USAGE, where none or more than one begins so. */
MUST_CHECK bool finding_argument_find(sqlite3_stmt *finding, const char *database, const char *id,
                                      struct error *err);

/* Does it name a matter? Ids of findings begin with that of a rule, which has digits. */
bool finding_argument_is_matter(const char *id);

/* The same with find_matter. */
MUST_CHECK bool finding_argument_find_matter(sqlite3_stmt *matter, const char *database,
                                             const char *id, struct error *err);

#endif
