/* SPDX-License-Identifier: MIT
 * The steps of an audit, in one list for every command that makes one: each reads what those before
 * have written into the database. What is loaded before them, what is compared after them, and what
 * comes of it, an output folder or an answer on stdout, is the command's.
 */
#ifndef CONCORD_AUDIT_STEPS_H
#define CONCORD_AUDIT_STEPS_H

#include "measure/settings.h"
#include "rules/catalogue.h"

struct audit_plan {
    struct catalogue *catalogue;           /* has the faults of the user's rules afterwards */
    const struct measure_options *numbers; /* NULL: as nobody chose otherwise */
    const char *user_path;                 /* the database as a file, through which the rules of the
                                              user's folder read it; NULL: there are none */
    bool without_numbers; /* leaves out the step whose numbers no finding rests on */
    bool shows_progress;  /* on the terminal */
};

/* Takes the database from loaded facts to findings, matters and numbers. Errors: OUTPUT. */
MUST_CHECK bool audit_make(sqlite3 *db, const struct audit_plan *plan, struct error *err);

/* What the rows mean, the first of the steps, alone. Errors: OUTPUT. */
MUST_CHECK bool audit_derive(sqlite3 *db, struct error *err);

/* Matters in their order anew, after a comparison with a baseline. Errors: OUTPUT. */
MUST_CHECK bool audit_order(sqlite3 *db, struct error *err);

#endif
