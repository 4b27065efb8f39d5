/* SPDX-License-Identifier: MIT
 * Tables with a row for each force (or tool, or request) and a column for each of the others, whose
 * cells are the answers: a responses file has a row for each answer instead.
 */
#ifndef CONCORD_INTAKE_CROSS_TABLE_H
#define CONCORD_INTAKE_CROSS_TABLE_H

#include "intake/table_sight.h"

/* Puts the reason into the place of the error where the file looks like a cross table. */
bool cross_table_explain(const struct table_sight *sight, struct error *err);

/* Beside all that is needed: a notice ("cross-table") where several columns that are only carried
 * hold answers. Errors: OUTPUT. */
MUST_CHECK bool cross_table_tell(const struct table *t, struct error *err);

#endif
