/* SPDX-License-Identifier: MIT
 * What answers are about: how many there are for each request and tool, and from when. SQLite would
 * sort all answers to group them, which takes as long as a quarter of loading them.
 */
#ifndef CONCORD_AUDIT_ASKED_H
#define CONCORD_AUDIT_ASKED_H

#include "base/error.h"

#include <sqlite3.h>

/* Makes temp.asked (asked_table.sql), for whoever drops it. Errors: as database_failed. */
MUST_CHECK bool asked_make(sqlite3 *db, struct error *err);

#endif
