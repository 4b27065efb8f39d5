/* SPDX-License-Identifier: MIT
 * The date in a cell, or why there is none and what may have been meant.
 */
#ifndef CONCORD_INTAKE_VALUE_DATE_H
#define CONCORD_INTAKE_VALUE_DATE_H

#include "intake/value.h"

/* false with row->fault filled. */
bool value_date_read(struct value_row *row, size_t column, struct slice text, struct value *value);

#endif
