/* SPDX-License-Identifier: MIT
 * Which advice was in force for the answers that a finding rests on, and why: its
 * scope, its dates and its condition, and what kept the other rows out (SEMANTICS 21).
 */
#ifndef CONCORD_CMD_EXPLAIN_ADVICE_H
#define CONCORD_CMD_EXPLAIN_ADVICE_H

#include "base/error.h"

#include <jansson.h>
#include <sqlite3.h>
#include <stdint.h>

/* Prints it, for at most four answers; nothing where no advice could speak for any.
 * Errors: of the queries. */
MUST_CHECK bool explain_advice_print(sqlite3 *db, int64_t finding_no, struct error *err);

/* The same as a list of objects; the caller owns it. */
MUST_CHECK bool explain_advice_json(sqlite3 *db, int64_t finding_no, json_t **ret_list,
                                    struct error *err);

#endif
