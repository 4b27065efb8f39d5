/* SPDX-License-Identifier: MIT
 * Adds a row to a waivers.csv.
 */
#ifndef CONCORD_CMD_WAIVERS_FILE_H
#define CONCORD_CMD_WAIVERS_FILE_H

#include "base/error.h"
#include "intake/contract.h"

/* Writes the file again with the row behind its last one, under the headings that it has and
 * those of the row's columns that it lacks, as UTF-8 with commas; a file that is not there is
 * made. `cells` is in the order of the contract, "" where a cell stays empty. The file is the
 * old or the new one at every moment. Errors: INPUT, where it cannot be read as the contract
 * wants it, a row of it cannot be read, or it holds this very row already; OUTPUT. */
MUST_CHECK bool waivers_file_add(const char *path, const char *const cells[WAIVER_COLUMNS],
                                 struct error *err);

/* The header and the row, to a stream. Write errors stay in it. */
void waivers_file_print(const char *const cells[WAIVER_COLUMNS], FILE *out);

#endif
