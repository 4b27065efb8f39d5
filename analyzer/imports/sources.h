/* SPDX-License-Identifier: MIT
 * Files of other people as rows of cells (1-sources.sql): CSV, TSV, XLSX, pages, JSON and feeds.
 * Nothing in them is interpreted but which of these it is, which is told by the content.
 */
#ifndef CONCORD_IMPORTS_SOURCES_H
#define CONCORD_IMPORTS_SOURCES_H

#include "base/error.h"

#include <sqlite3.h>
#include <stddef.h>

/* Reads the files, and those of folders, into the tables of 1-sources.sql, which are there. What
 * cannot be read is a row of source_file with its reason, and no error; a name that is nothing
 * is. `profile` says how JSON is cut into rows ("alaveteli", "find-a-tender", ...). Errors: INPUT.
 */
MUST_CHECK bool sources_read(sqlite3 *db, const char *profile, const char *const *names,
                             size_t count, struct error *err);

#endif
