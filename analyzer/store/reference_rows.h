/* SPDX-License-Identifier: MIT
 * A CSV file of the reference data, row by row into a statement.
 */
#ifndef CONCORD_STORE_REFERENCE_ROWS_H
#define CONCORD_STORE_REFERENCE_ROWS_H

#include "store/query.h"

/* Runs the named statement for each row; a parameter :area_code is the row's cell of the column
 * area_code, NULL where it is empty. A column that is not there is a fault: the file is ours.
 * Does nothing in a program without that file. Errors: as query_run. */
MUST_CHECK bool reference_rows_run(sqlite3 *db, const char *statement, const char *path,
                                   struct error *err);

#endif
