/* SPDX-License-Identifier: MIT
 * The rows of a new responses.csv: those of the old one, or of a folder of letters, with what was
 * read and decided filled in (docs/design/LETTERS.md 4.2).
 */
#ifndef CONCORD_CMD_NEW_ROWS_H
#define CONCORD_CMD_NEW_ROWS_H

#include "base/error.h"
#include "base/slice.h"

#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>

/* rows written = by_person + by_machine + open + kept. */
struct new_row_counts {
    int64_t by_person, by_machine; /* something of them was decided, or read, now */
    int64_t open;     /* their letter is for a person to review, or nothing was found */
    int64_t kept;     /* as they were */
    int64_t left_out; /* no answers, by somebody's decision */
    int64_t differences;
};

/* Works out, of the letters that were read, what is to be filled in. Once, before the others and
 * after disagreements_settle. */
MUST_CHECK bool new_rows_settle(sqlite3 *db, struct error *err);

/* Writes the rows of the old file, whose bytes these are and whose pack is loaded in the database.
 * Columns that nobody knows are kept. Errors: INPUT, OUTPUT. */
MUST_CHECK bool new_rows_of_pack(sqlite3 *db, const char *name, struct slice bytes, FILE *out,
                                 struct new_row_counts *counts, struct error *err);

/* The same of letters from files, those whose force is known. */
MUST_CHECK bool new_rows_of_letters(sqlite3 *db, FILE *out, struct new_row_counts *counts,
                                    struct error *err);

#endif
