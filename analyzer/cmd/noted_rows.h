/* SPDX-License-Identifier: MIT
 * Rows that an import made of somebody's notes and left to a person: they have no letter, and what
 * is decided about them is decided about the row.
 */
#ifndef CONCORD_CMD_NOTED_ROWS_H
#define CONCORD_CMD_NOTED_ROWS_H

#include "base/error.h"

#include <sqlite3.h>
#include <stdbool.h>

/* Puts the rows without wording that the lines of a proposals.csv are about (intake/load.h), or
 * that somebody has decided about, among the letters, without words. Errors: of the database. */
MUST_CHECK bool noted_rows_to_review(sqlite3 *db, struct error *err);
MUST_CHECK bool noted_rows_decided(sqlite3 *db, struct error *err);

#endif
