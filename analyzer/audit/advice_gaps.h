/* SPDX-License-Identifier: MIT
 * Tools on which no advice was in force: the rules that need some say nothing of them, which must
 * not be taken for a good answer.
 */
#ifndef CONCORD_AUDIT_ADVICE_GAPS_H
#define CONCORD_AUDIT_ADVICE_GAPS_H

#include "intake/load.h"
#include "rules/catalogue.h"

/* Once a pack is loaded: one notice ("no-advice") for the tools that no advice speaks for, one for
 * those on which none was in force on the day of an answer, with the rules of the catalogue that
 * say that they need it; counted in *loaded. Errors: OUTPUT. */
MUST_CHECK bool advice_gaps_tell(sqlite3 *db, const struct catalogue *catalogue,
                                 struct intake_result *loaded, struct error *err);

#endif
