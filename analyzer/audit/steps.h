/* SPDX-License-Identifier: MIT
 * The steps of an audit that every command takes which makes one: each reads what those before
 * have written into the database. What comes of them, an output folder or an answer on stdout, is
 * the command's.
 */
#ifndef CONCORD_AUDIT_STEPS_H
#define CONCORD_AUDIT_STEPS_H

#include "measure/settings.h"
#include "rules/catalogue.h"

/* What the rows mean. Errors: OUTPUT. */
MUST_CHECK bool audit_derive(sqlite3 *db, struct error *err);

/* What the answers give away, which R01 reads. Errors: OUTPUT. */
MUST_CHECK bool audit_expose(sqlite3 *db, const struct measure_options *numbers, struct error *err);

/* The rules of the catalogue; those of the user's folder too, through a connection of their own to
 * the file `user_path` (NULL: there are none), whose faults the catalogue then has; then who stands
 * where, and what was accepted. Errors: OUTPUT. */
MUST_CHECK bool audit_judge(sqlite3 *db, struct catalogue *catalogue, const char *user_path,
                            struct error *err);

/* Matters in their order anew, after a comparison with a baseline. Errors: OUTPUT. */
MUST_CHECK bool audit_order(sqlite3 *db, struct error *err);

#endif
