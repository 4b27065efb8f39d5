/* SPDX-License-Identifier: MIT
 * A person's decisions about readings, from a proposals.csv that was filled in, into the
 * codings.csv of the pack (docs/design/LETTERS.md 4.2).
 */
#ifndef CONCORD_CMD_REVIEW_DECISIONS_H
#define CONCORD_CMD_REVIEW_DECISIONS_H

#include "base/error.h"

#include <sqlite3.h>
#include <stdint.h>

/* lines = decided + known + undecided + refused. */
struct review_counts {
    int64_t lines;
    int64_t decided;   /* now, in so many rows of codings.csv */
    int64_t known;     /* decided so before */
    int64_t undecided; /* no decision in the line */
    int64_t refused;   /* a value that is none, a letter that has changed or is gone */
    int64_t rows;
};

/* After the pack, the proposals (intake_options.review) and the letters of the pack were loaded:
 * adds to the codings.csv of the pack, which is a folder, and says on standard output what became
 * of each line. Errors: INPUT, OUTPUT. */
MUST_CHECK bool review_decisions_take(sqlite3 *db, const char *pack, struct review_counts *ret,
                                      struct error *err);

#endif
