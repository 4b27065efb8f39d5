/* SPDX-License-Identifier: MIT
 * Cells with a letter of another script: where a name is kept, and where a cell was refused.
 */
#ifndef CONCORD_INTAKE_VALUE_SCRIPT_H
#define CONCORD_INTAKE_VALUE_SCRIPT_H

#include "intake/value.h"

/* NOTE_OTHER_SCRIPT where the column names something and the text has such a letter. */
unsigned char value_script_notes(const struct lookalikes *l, const struct column *column,
                                 struct slice text);

/* Says so in row->fault, and what was probably meant. */
void value_script_explain(const struct lookalikes *l, struct value_row *row, struct slice text);

#endif
