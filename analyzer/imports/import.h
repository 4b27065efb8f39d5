/* SPDX-License-Identifier: MIT
 * Exports of other people as a pack (docs/design/IMPORT.md): from files to the tables of
 * 1-sources.sql and 2-import.sql, in a database in which the reference data and the tools stand
 * already. Writing the pack is the command's.
 */
#ifndef CONCORD_IMPORTS_IMPORT_H
#define CONCORD_IMPORTS_IMPORT_H

#include "base/error.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* As typed; NULL where it was not. */
struct import_given {
    const char *profile, *map, *request, *tool, *force;
    bool has_tools; /* a list of tools was given, and stands in the database */
    const char *const *names;
    size_t count;
};

/* Reads everything and decides about every row, but for what the loader of packs would refuse.
 * Errors: USAGE (the profile, the force), INPUT (the mapping, the files). */
MUST_CHECK bool import_read(sqlite3 *db, const struct import_given *given, struct error *err);

/* Takes the rows out that the loader refused: `tried` is the database into which the rows were
 * loaded as a pack. Then says of every row what became of it; rows that do not balance are a fault.
 */
MUST_CHECK bool import_settle(sqlite3 *db, sqlite3 *tried, struct error *err);

struct import_counts {
    int64_t files, unreadable, rows, pack, left_out, rejected, duplicates, headings;
    int64_t responses, acknowledgements, circulation, review, unmapped;
    int64_t part_rejected; /* rows of which something is in the pack, and something was rejected */
};
MUST_CHECK bool import_count(sqlite3 *db, struct import_counts *ret, struct error *err);

#endif
