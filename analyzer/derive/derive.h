/* SPDX-License-Identifier: MIT
 * Gives the loaded rows their meaning (SEMANTICS.md): reads the tables of
 * store/schema/2-intake.sql, fills those of 3-meaning.sql, in ordered passes
 * over integer arrays. No rule lives here: only what rules share.
 */
#ifndef CONCORD_DERIVE_DERIVE_H
#define CONCORD_DERIVE_DERIVE_H

#include "base/error.h"

#include <sqlite3.h>

/* Errors: OUTPUT, where the database cannot be written. */
MUST_CHECK bool derive_meaning(sqlite3 *db, struct error *err);

#endif
