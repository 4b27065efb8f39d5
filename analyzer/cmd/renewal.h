/* SPDX-License-Identifier: MIT
 * Old waivers brought up to the findings of an audit of now: those whose finding has another id
 * than it had, under the new one. None covers more than it did.
 */
#ifndef CONCORD_CMD_RENEWAL_H
#define CONCORD_CMD_RENEWAL_H

#include "base/error.h"

#include <sqlite3.h>
#include <stdint.h>

/* Borrowed texts. */
struct renewal {
    const char *waivers;  /* the old file, which is not written */
    const char *findings; /* findings.csv of the audit that they were made for; NULL: not at hand */
    const char *database; /* of the audit of now, for messages */
    const char *output;   /* a file that is not there yet; NULL or "-": standard output */
    const char *as_of;    /* of the audit; "": it has no day */
    const char *end;      /* a later end for all; NULL: each keeps its own */
    const char *role, *reason; /* who approved that end, and why; NULL: as it stands in the row */
};

/* Writes those that hold, in the order and under the headings of the old file, and tells people of
 * each that it did not write and of each that has another id. In *ret_left how many it did not:
 * rows read = kept + renewed + left. Errors: INPUT, OUTPUT. */
MUST_CHECK bool renewal_write(sqlite3 *db, const struct renewal *asked, int64_t *ret_left,
                              struct error *err);

#endif
