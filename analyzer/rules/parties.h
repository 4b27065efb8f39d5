/* SPDX-License-Identifier: MIT
 * The parties of the findings: who stands where, so that another force on the same side is
 * another matter though the finding's id has no force in it.
 */
#ifndef CONCORD_RULES_PARTIES_H
#define CONCORD_RULES_PARTIES_H

#include "base/error.h"

#include <sqlite3.h>

/* Fills finding_party and finding.parties_digest. After all rules have run, before
 * waivers_apply. Errors: OUTPUT. */
MUST_CHECK bool parties_settle(sqlite3 *db, struct error *err);

#endif
