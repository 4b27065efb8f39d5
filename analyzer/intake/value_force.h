/* SPDX-License-Identifier: MIT
 * The cell of a force or a collaboration: any identifier, name or alias of the registry, and where
 * it is none of them, what it names instead (SEMANTICS 5).
 */
#ifndef CONCORD_INTAKE_VALUE_FORCE_H
#define CONCORD_INTAKE_VALUE_FORCE_H

#include "intake/value.h"

/* False with row->fault filled. */
bool value_force_read(struct registry *r, struct value_row *row, size_t column, struct slice text,
                      struct value *value);
bool value_collaboration_read(struct registry *r, struct value_row *row, size_t column,
                              struct slice text, struct value *value);

#endif
