/* SPDX-License-Identifier: MIT
 * What `concord classify` shows and writes of the letters it has read.
 */
#ifndef CONCORD_CMD_CLASSIFY_OUTPUT_H
#define CONCORD_CMD_CLASSIFY_OUTPUT_H

#include "base/error.h"

#include <sqlite3.h>
#include <stdint.h>

/* The accounting: files = read + unreadable, parts = letters + no letters, rows = sure + review. */
struct classify_counts {
    int64_t files, unreadable, parts, no_letters, letters, without_row, without_force, rows, review;
    int64_t noted; /* rows without a letter that somebody has decided about */
};
MUST_CHECK bool classify_count(sqlite3 *db, struct classify_counts *ret, struct error *err);

/* A line or two a letter (not in short), the files that could not be read, the counts. */
MUST_CHECK bool classify_print(sqlite3 *db, const struct classify_counts *counts, bool in_short,
                               struct error *err);

/* Zones, acts and rows of each letter, each with its place and why it counts or does not. */
MUST_CHECK bool classify_explain(sqlite3 *db, struct error *err);

/* The same for programs. `version`: what the letters were read with. */
MUST_CHECK bool classify_print_json(sqlite3 *db, const char *version, struct error *err);

/* proposals.csv, unreadable.csv where there is something to say, and letters/ into a folder that
 * appears whole or not at all. Errors: OUTPUT. */
MUST_CHECK bool classify_write(sqlite3 *db, const char *folder, struct error *err);

/* A new pack into a folder that is not there yet: from the letters of `pack`, or, NULL, from those
 * of files. Errors: USAGE, where it is the pack itself; INPUT, OUTPUT. */
MUST_CHECK bool classify_apply(sqlite3 *db, const char *pack, const char *folder,
                               struct error *err);

#endif
