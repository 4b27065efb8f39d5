/* SPDX-License-Identifier: MIT
 * Matters: the open findings that report one fact, as one thing to act on (SEMANTICS 75).
 */
#ifndef CONCORD_RULES_MATTERS_H
#define CONCORD_RULES_MATTERS_H

#include "base/error.h"

#include <sqlite3.h>

/* Fills `matter`, and says of each open finding in which it is; a waived one is in none. After
 * waivers_apply. Errors: OUTPUT. */
MUST_CHECK bool matters_settle(sqlite3 *db, struct error *err);

/* Puts them into their order (SEMANTICS 78) anew, once a baseline has been compared, since what is
 * new stands first. Errors: OUTPUT. */
MUST_CHECK bool matters_order(sqlite3 *db, struct error *err);

#endif
