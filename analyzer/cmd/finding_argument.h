/* SPDX-License-Identifier: MIT
 * A finding named on the command line, by its id or the beginning of it in any case.
 */
#ifndef CONCORD_CMD_FINDING_ARGUMENT_H
#define CONCORD_CMD_FINDING_ARGUMENT_H

#include "store/query.h"

#include <argp.h>

/* Takes one of the two arguments AUDIT.db FINDING, at ARGP_KEY_ARG; a third is an argp_error. */
void finding_argument_take(char *value, const char **database, const char **finding,
                           struct argp_state *state);

/* At ARGP_KEY_END: an argp_error unless both are there. */
void finding_argument_need(const char *finding, struct argp_state *state);

/* Leaves find_finding, freshly prepared, on the finding's row. `database` is for messages.
 * Errors: USAGE, where none or more than one begins so. */
MUST_CHECK bool finding_argument_find(sqlite3_stmt *finding, const char *database, const char *id,
                                      struct error *err);

#endif
