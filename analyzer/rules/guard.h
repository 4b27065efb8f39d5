/* SPDX-License-Identifier: MIT
 * A read-only connection for statements that are not ours: they may read the views
 * of the database and nothing else, neither the clock nor the time zone of the machine, and
 * have a limit of steps, of time and of memory.
 */
#ifndef CONCORD_RULES_GUARD_H
#define CONCORD_RULES_GUARD_H

#include "base/error.h"

#include <sqlite3.h>

/* What one statement may use. The steps are those of SQLite's virtual machine, and the memory
 * is what SQLite asks for, so the same rule on the same pack stops at the same place on every
 * machine; the time is for what steps do not count, and holds within a search too. */
struct guard_limits {
    int million_steps, seconds, mebibytes;
};
extern const struct guard_limits guard_limits; /* for every rule of a user */

struct guard;

/* Opens the database file, which nobody may be writing. Errors: INPUT, OUTPUT. */
MUST_CHECK bool guard_open(const char *path, const struct guard_limits *limits,
                           struct guard **ret_guard, struct error *err);
void guard_close(struct guard *guard);

/* The connection, to prepare and step on; borrowed. */
sqlite3 *guard_connection(struct guard *guard);

/* Starts the count of steps, time and memory again: before each rule. */
void guard_restart(struct guard *guard);

/* Is there a reason to stop that SQLite does not know? For each row, and after the last: a
 * statement that asked for the time goes on without it for a while. */
bool guard_has_refused(struct guard *guard);

/* Why the last statement failed: what was forbidden, which limit was reached, or
 * SQLite's own message. Borrowed until the next statement. */
const char *guard_reason(struct guard *guard);

#endif
