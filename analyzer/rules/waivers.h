/* SPDX-License-Identifier: MIT
 * Waivers (waivers.csv): findings that somebody has accepted, with a reason and for a
 * time. They keep their place in every output and change their status only.
 */
#ifndef CONCORD_RULES_WAIVERS_H
#define CONCORD_RULES_WAIVERS_H

#include "base/error.h"

#include <sqlite3.h>

/* Sets the status of the findings that a live waiver matches (SEMANTICS 39), and notes
 * each waiver that has expired, matches nothing, names no rule, or is for other parties. After
 * parties_settle. Errors: OUTPUT. */
MUST_CHECK bool waivers_apply(sqlite3 *db, struct error *err);

#endif
