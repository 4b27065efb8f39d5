/* SPDX-License-Identifier: MIT
 * What persons have decided about letters (codings.csv), and where this version of the program
 * reads otherwise (LETTERS 4.2): their decision stands, and the two are listed.
 */
#ifndef CONCORD_CMD_DISAGREEMENTS_H
#define CONCORD_CMD_DISAGREEMENTS_H

#include "base/error.h"

#include <sqlite3.h>

/* Fills the table disagreement of a database in which letters have been read, and decided_field,
 * which new_rows_settle needs. Once. */
MUST_CHECK bool disagreements_settle(sqlite3 *db, struct error *err);

/* Fills the table disagreement of an audit whose pack is loaded: reads the letters again that
 * somebody decided about when another version had read them. Errors: INPUT (a table of the
 * program), OUTPUT. */
MUST_CHECK bool disagreements_of_audit(sqlite3 *db, const char *pack, struct error *err);

#endif
