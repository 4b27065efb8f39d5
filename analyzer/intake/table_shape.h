/* SPDX-License-Identifier: MIT
 * Why the header of a responses file was refused, where the shape of the table says it better than
 * the columns that are missing: a cross table, a table on its side, one without a heading, answers
 * below another heading.
 */
#ifndef CONCORD_INTAKE_TABLE_SHAPE_H
#define CONCORD_INTAKE_TABLE_SHAPE_H

#include "intake/table.h"

/* After an error of the header: leaves it, or puts what the shape says into its place or before
 * what to do next. */
void table_shape_explain(const struct table *t, struct error *err);

#endif
