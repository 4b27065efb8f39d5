/* SPDX-License-Identifier: MIT
 * Rows of an export as rows of a pack (2-import.sql): what the mapping makes of their fields, then
 * bodies, tools, dates and outcomes.
 */
#ifndef CONCORD_IMPORTS_IMPORT_ROWS_H
#define CONCORD_IMPORTS_IMPORT_ROWS_H

#include "classify/classification.h"
#include "imports/import_job.h"
#include "imports/import_record.h"

/* Fills pack_row, pack_request, import_reject and the fate of every row of data. Errors: of the
 * database. */
MUST_CHECK bool import_rows_make(struct import_job *job, struct error *err);

#endif
