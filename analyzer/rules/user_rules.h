/* SPDX-License-Identifier: MIT
 * Runs the rules of a user's folder under the guard (rules/guard.h) and stores what
 * they find beside the findings of the catalogue. A rule that is broken, reads what
 * it may not, or takes too long is noted with file, line and reason, and leaves no
 * finding; the others go on.
 */
#ifndef CONCORD_RULES_USER_RULES_H
#define CONCORD_RULES_USER_RULES_H

#include "rules/catalogue.h"

#include <sqlite3.h>

/* path is that of db's file. Commits what db holds, since the guard's connection is
 * one of its own, and leaves db in a new transaction. Adds to catalogue->faults, and
 * fills rule_fault with all of them. Errors: OUTPUT. */
MUST_CHECK bool user_rules_run(sqlite3 *db, const char *path, struct catalogue *catalogue,
                               struct error *err);

/* Has some evidence of the rule's findings, or of what its header adds, each role that its message
 * and its parties ask for? Where not, a fault, not an error: for packs that are to show what the
 * rule can say. A rule without findings says nothing. */
MUST_CHECK bool user_rules_check_roles(sqlite3 *db, const struct rule *rule,
                                       struct rule_fault *ret_fault, struct error *err);

#endif
