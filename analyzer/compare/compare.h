/* SPDX-License-Identifier: MIT
 * What changed between two audits: findings that are new, persist or are resolved, each
 * with the reason; their matters; rows of the inputs and rules that were added, altered or
 * withdrawn. The tables are those of store/schema/4-findings.sql.
 */
#ifndef CONCORD_COMPARE_COMPARE_H
#define CONCORD_COMPARE_COMPARE_H

#include "base/error.h"

#include <sqlite3.h>

/* Compares the audit that is being made in db, all rules run and all waivers applied,
 * with the one at old_path. Commits, and leaves db in a new transaction. Errors: INPUT,
 * where the old audit is missing, none, or of another schema version; OUTPUT. */
MUST_CHECK bool compare_with_baseline(sqlite3 *db, const char *old_path, struct error *err);

/* The same for two finished audits, db being the new one, read-only: into temporary
 * tables of the connection. Errors: as compare_with_baseline. */
MUST_CHECK bool compare_finished(sqlite3 *db, const char *old_path, struct error *err);

#endif
