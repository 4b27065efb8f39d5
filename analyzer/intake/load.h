/* SPDX-License-Identifier: MIT
 * Loads a pack (DATA.md) into the tables of store/schema/2-intake.sql: reads
 * each file of the contract, or the embedded reference where the pack lacks it,
 * takes the rows that can be taken and writes down why the others cannot.
 */
#ifndef CONCORD_INTAKE_LOAD_H
#define CONCORD_INTAKE_LOAD_H

#include "base/error.h"
#include "base/slice.h"

#include <sqlite3.h>
#include <stdint.h>

enum { OLD_AFTER_YEARS = 3 }; /* from when on a position is old, where nobody says otherwise */

struct intake_options {
    const char *pack;         /* a folder, one responses file, "-" for standard input; NULL: none,
                               * the reference data alone */
    bool strict;              /* any reject in a file of the pack is an error */
    const char *as_of;        /* as typed, or NULL for the default (SEMANTICS 8, 56) */
    const char *version;      /* of the program, for the audit row */
    const char *options_text; /* the options as typed, for the audit row; NULL: none */
    const char *marking;      /* for the audit row; NULL: none */
    int32_t old_after; /* years after which a position is old, for the audit row; 0: the usual */
    const char *pack_name; /* what the pack is called; NULL: as its path */
    const char *review;    /* a proposals.csv with decisions, into the table review_line, which
                            * is made then; NULL: none */
    struct slice draft;    /* a CSV of responses that nobody has sent: they are read beside the
                            * pack's, and a row of the pack that is the same letter is left out */
};

struct intake_result {
    int64_t read, accepted, duplicates, rejects, notices; /* over all files */
    int64_t responses, acknowledgements, forces;          /* accepted */
    int64_t responses_rejected, circulation;              /* of the latter accepted */
    int64_t left_out; /* responses of the pack that are the draft's letter: accepted, not stored */
    bool has_as_of;
    int32_t as_of_day; /* since 1970-01-01, where has_as_of */
};

/* Fills the tables of a database that database_create made, inside its open
 * transaction. Errors: INPUT for a pack that cannot be read or a file of it that
 * cannot be used, and for rejects under strict; USAGE for an as_of that is no
 * date; OUTPUT where the database cannot be written. */
MUST_CHECK bool intake_load(sqlite3 *db, const struct intake_options *options,
                            struct intake_result *ret, struct error *err);

/* Is there anything to audit: an answer, or, where no answer was rejected, somebody who was asked
 * and did not answer? */
bool intake_is_audit(const struct intake_result *loaded);

/* False, kind INPUT, where there is nothing, with the reason. */
MUST_CHECK bool intake_check_any(const struct intake_result *loaded, const char *pack,
                                 struct error *err);

#endif
