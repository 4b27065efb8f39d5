/* SPDX-License-Identifier: MIT
 * Adds rows to a file of the contract that is only added to: waivers.csv, codings.csv.
 */
#ifndef CONCORD_CMD_ADDED_ROWS_H
#define CONCORD_CMD_ADDED_ROWS_H

#include "base/error.h"
#include "intake/contract.h"

#include <stdio.h>

struct added_rows {
    const struct contract_file *contract;
    const char *const *cells; /* row by row, in the order of the contract, "" where one is empty */
    size_t count;             /* of rows */
    const char *repeated;     /* why no row may stand there already, and what to do; NULL: it may */
    const char *repeated_advice;
    const char *advice; /* where the file cannot be read or written */
};

/* Writes the file again with the rows behind its last one, under the headings that it has and
 * those of the contract that it lacks, as UTF-8 with commas; a file that is not there is made. The
 * file is the old or the new one at every moment. Errors: INPUT, where it cannot be read as the
 * contract wants it, a row of it cannot be read, or it holds a row already that may not be
 * repeated; OUTPUT. */
MUST_CHECK bool added_rows_write(const char *path, const struct added_rows *added,
                                 struct error *err);

/* The header and the rows, to a stream. Write errors stay in it. */
void added_rows_print(const struct added_rows *added, FILE *out);

#endif
