/* SPDX-License-Identifier: MIT
 * The required columns that a file lacks, and where they may be: under another heading, or in a
 * row below the first.
 */
#ifndef CONCORD_INTAKE_MISSING_COLUMNS_H
#define CONCORD_INTAKE_MISSING_COLUMNS_H

#include "intake/header.h"

/* Are all there? Else false, kind INPUT, with all that are missing; reads some rows then. */
MUST_CHECK bool missing_columns_check(const struct header *header, const struct account *account,
                                      struct csv_reader *reader, struct error *err);

#endif
